import { keepPreviousData, queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { languageOf } from '../../../shared/language'
import { addLanguage, isLoaded } from '../../../words/language/translations'
import { loadScript } from '../../components/load-script'

/** Each language is one script: whoever reads English waits for none. */
const scripts = {
  de: async () => (await loadScript(() => import('../../language/german'))).german,
  fr: async () => (await loadScript(() => import('../../language/french'))).french,
  ja: async () => (await loadScript(() => import('../../language/japanese'))).japanese,
}

async function loadLanguage(locale: string): Promise<string> {
  const language = languageOf(locale)
  if (language !== null && language !== 'en') addLanguage(language, Object.values(await scripts[language]()))
  return locale
}

/** The locale, once its words are there. */
function languageQuery(locale: string | null) {
  return queryOptions({
    queryKey: ['language', locale],
    queryFn: locale === null ? skipToken : () => loadLanguage(locale),
    placeholderData: keepPreviousData,
    ...(locale !== null && isLoaded(locale) ? { initialData: locale } : {}),
  })
}

/**
 * The locale that the window speaks when the settings want `wanted`: until its words are there, the one before, which is null
 * at first. English where they cannot be had: a window in English helps more than none.
 */
export function useInterfaceLocale(wanted: string | null): string | null {
  const { data, isError } = useQuery(languageQuery(wanted))
  return isError ? 'en-US' : (data ?? null)
}
