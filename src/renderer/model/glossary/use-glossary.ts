import { useLocale } from '@react-spectrum/s2/Provider'
import { useEffect, useMemo, useState } from 'react'
import { loadScript } from '../../components/load-script'
import type { Glossary } from './glossary'

type MakeGlossary = (locale: string) => Glossary

/** The glossary, loaded on first use; null until then. */
export function useGlossary(): Glossary | null {
  const { locale } = useLocale()
  const [make, setMake] = useState<{ glossary: MakeGlossary } | null>(null)
  useEffect(() => {
    let isWanted = true
    async function load() {
      const { makeGlossary } = await loadScript(() => import('./glossary'))
      if (isWanted) setMake({ glossary: makeGlossary })
    }
    void load()
    return () => {
      isWanted = false
    }
  }, [])
  return useMemo(() => make?.glossary(locale) ?? null, [make, locale])
}
