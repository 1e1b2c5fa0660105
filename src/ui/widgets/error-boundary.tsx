/** Catches what a screen throws unforeseen, so that the rest of the app goes on. */
import { Component } from 'react'
import type { ErrorInfo, ReactNode } from 'react'
import { FaultCard } from './fault-card'

interface ErrorBoundaryProps {
  /** Name of the screen, for the sentence. */
  readonly screen: string
  readonly children: ReactNode
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    // For whoever reports it: the place stands in the browser's own console.
    console.error(error, info.componentStack)
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <FaultCard
        title={`${this.props.screen} could not be drawn`}
        sentence={error.message}
        advice="Your file, thresholds and the other screens are not touched. Try this screen again."
        action={{ label: 'Try again', run: () => this.setState({ error: null }) }}
      />
    )
  }
}
