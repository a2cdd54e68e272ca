import { Component, type ComponentType, type ReactNode } from "react";

interface FaultBoundaryProps {
  /** Where it is something else than before, what broke is tried anew. */
  shows?: unknown;
  /** What stands there instead once it broke. */
  instead: ComponentType<{ onAgain(): void }>;
  children: ReactNode;
}

interface FaultBoundaryState {
  shows: unknown;
  broken: boolean;
}

/** Shows something that can be used when a part of the window breaks. React has this only for classes. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state = { shows: this.props.shows, broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  static getDerivedStateFromProps({ shows }: FaultBoundaryProps, before: FaultBoundaryState) {
    return shows === before.shows ? null : { shows, broken: false };
  }

  override render() {
    const Instead = this.props.instead;
    return this.state.broken ? <Instead onAgain={() => this.setState({ broken: false })} /> : this.props.children;
  }
}
