import { createContext, Fragment, type ReactNode, useContext } from 'react'

/** The level of the headings of a report's parts: below the title, or below the name of one of several connections. */
export const PartLevel = createContext<2 | 3>(2)

/** `isInner`: within a part. */
export function Heading({ isInner = false, children }: { isInner?: boolean; children: ReactNode }) {
  const level = useContext(PartLevel)
  const Tag = `h${isInner ? level + 1 : level}` as 'h2' | 'h3' | 'h4'
  return <Tag className={isInner ? 'inner' : 'part'}>{children}</Tag>
}

/** Names and what they stand for. */
export function Facts({ lines }: { lines: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {lines.map(([name, text]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

export function TextList({ lines, isNumbered }: { lines: readonly string[]; isNumbered: boolean }) {
  const List = isNumbered ? 'ol' : 'ul'
  return (
    <List>
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </List>
  )
}

/** `children` are its rows. */
export function ReportTable({ heads, children }: { heads: readonly string[]; children: ReactNode }) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
