import { Component, type ReactNode } from 'react'
import { FailureNoticeWhenShown } from './failure-notice-when-shown'

type Props = {
  children: ReactNode
  /** What is shown: with another one the part is tried again. */
  of?: string
}
type State = { hasFailed: boolean; of: string | undefined }

/** Keeps a bug in one part of the window from taking the rest along. */
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
