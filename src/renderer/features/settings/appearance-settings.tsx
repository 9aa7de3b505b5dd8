import { Picker, PickerItem } from '@react-spectrum/s2/Picker'
import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ReactNode, useId } from 'react'
import { spokenLanguages } from '../../../shared/language'
import { dateLocales, densities, type SettingsPatch, type SettingsReading } from '../../../shared/settings'
import { Section } from '../../components/section'
import { usualFormatLocale } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const system = 'system'

const field = style({ display: 'flex', flexDirection: 'column', rowGap: 4, width: 360, maxWidth: 'full' })
const label = style({ font: 'ui', color: 'neutral-subdued' })
const paragraph = style({ font: 'ui-sm', color: 'neutral-subdued' })
const full = style({ width: 'full' })

export type AppearanceSettingsProps = {
  /** The choice of theme, which is no setting but remembered with the window. */
  themeChoice: ReactNode
  settings: SettingsReading
  onChange: (patch: SettingsPatch) => void
}

/** How the window looks; each choice applies at once. */
export function AppearanceSettings({ themeChoice, settings, onChange }: AppearanceSettingsProps) {
  const say = useMessages(messages)
  const densityId = useId()
  const names = new Intl.DisplayNames(settings.interfaceLocale, { type: 'language' })
  function nameOf(tag: string): string {
    return names.of(tag) ?? tag
  }
  return (
    <Section look="open" title={say('look')}>
      <div className={field}>
        <span className={label}>{say('theme')}</span>
        {themeChoice}
      </div>
      <div className={field}>
        <span className={label} id={densityId}>
          {say('density')}
        </span>
        <SegmentedControl
          aria-labelledby={densityId}
          isJustified
          selectedKey={settings.density}
          onSelectionChange={(key) => {
            const density = densities.find((candidate) => candidate === key)
            if (density) onChange({ density })
          }}
          styles={full}
        >
          {densities.map((density) => (
            <SegmentedControlItem key={density} id={density}>
              {say(`density.${density}`)}
            </SegmentedControlItem>
          ))}
        </SegmentedControl>
        <span className={paragraph}>{say('density.words')}</span>
      </div>
      {spokenLanguages.length > 1 ? (
        <Picker
          label={say('language')}
          value={settings.language ?? system}
          onChange={(key) => onChange({ language: spokenLanguages.find((tag) => tag === key) ?? null })}
          styles={style({ width: 360 })}
        >
          {[system, ...spokenLanguages].map((tag) => (
            <PickerItem key={tag} id={tag}>
              {tag === system ? say('language.system') : ownNameOf(tag)}
            </PickerItem>
          ))}
        </Picker>
      ) : null}
      <Picker
        label={say('dates')}
        value={settings.dateLocale ?? system}
        onChange={(key) => onChange({ dateLocale: dateLocales.find((tag) => tag === key) ?? null })}
        styles={style({ width: 360 })}
      >
        {[system, ...dateLocales].map((tag) => (
          <PickerItem key={tag} id={tag}>
            {tag === system
              ? say('dates.system', { name: nameOf(usualFormatLocale(settings)) })
              : nameOf(tag)}
          </PickerItem>
        ))}
      </Picker>
    </Section>
  )
}

/** As those who speak it look for it. */
function ownNameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
}
