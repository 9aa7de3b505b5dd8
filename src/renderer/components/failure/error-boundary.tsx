import { Component, type ReactNode } from 'react'
import { whenShown } from '../when-shown'

/** For the first screen: failures are rare there, and their messages would slow down every start. */
export const FailureNoticeWhenShown = whenShown(() => import('./failure-notice'), 'FailureNotice')

type Props = {
  children: ReactNode
  /** What is shown; another value renders the part again. */
  of?: string
}
type State = { hasFailed: boolean; of: string | undefined }

/** Keeps a bug in one part of the window from breaking the rest. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, of: this.props.of }

  static getDerivedStateFromProps({ of }: Props, state: State) {
    return of === state.of ? null : { hasFailed: false, of }
  }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <FailureNoticeWhenShown
        error={{ kind: 'unexpected' }}
        onRetry={() => this.setState({ hasFailed: false })}
      />
    )
  }
}
