import { Component, type ReactNode } from 'react'
import { FailureNotice } from './failure/failure-notice'

type Props = { children: ReactNode }

/** Keeps a bug in one part of the window from taking the rest along. */
export class ErrorBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <FailureNotice error={{ kind: 'unexpected' }} onRetry={() => this.setState({ hasFailed: false })} />
    )
  }
}
