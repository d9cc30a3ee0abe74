import { Component, type ReactNode } from 'react'
import { focusContent } from './focusContent.ts'
import { renewParts } from './lazyPart.tsx'
import { NotShown } from './NotShown.tsx'

interface Props {
  children: ReactNode
  /** when one of these is another, what could not be shown is tried again */
  resetOn?: readonly unknown[]
  /** all of a page, and not a pane of one */
  isPage?: boolean
}

interface State {
  failure: { thrown: unknown } | undefined
  /** how often it has been tried again on a person's word */
  tries: number
}

/**
 * Keeps what goes wrong inside it to itself: everything around it stays, and what stands in its place says what has
 * happened and tries again.
 */
export class Boundary extends Component<Props, State> {
  override state: State = { failure: undefined, tries: 0 }

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { failure: { thrown } }
  }

  override componentDidUpdate(before: Props): void {
    const { resetOn = [] } = this.props
    const isOther = resetOn.some((one, at) => one !== before.resetOn?.[at])
    if (isOther && this.state.failure) this.tryAgain(0)
  }

  private tryAgain(tries: number): void {
    renewParts()
    this.setState({ failure: undefined, tries })
  }

  override render(): ReactNode {
    const { failure, tries } = this.state
    if (!failure) return this.props.children
    return (
      <NotShown
        thrown={failure.thrown}
        isAgain={tries > 0}
        isPage={this.props.isPage ?? false}
        onAgain={() => {
          this.tryAgain(tries + 1)
          // the button that was pressed is gone
          focusContent()
        }}
      />
    )
  }
}
