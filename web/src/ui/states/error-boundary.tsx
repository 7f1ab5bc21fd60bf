import { Component, type ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';

type ErrorBoundaryProps = {
  readonly children: ReactNode;
  /** Changing it (the path) clears the error. */
  readonly resetKey?: string;
};

type ErrorBoundaryState = {
  readonly error: Error | undefined;
  readonly resetKey: string | undefined;
};

/** Keeps a fault of one page or panel from taking the rest along. React offers this as a class only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    if (props.resetKey === state.resetKey) return null;
    return { error: undefined, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return <CrashState onRetry={() => this.setState({ error: undefined })} />;
  }
}

/** What a page shows after a fault of its own code. */
export function CrashState({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <ErrorState title="This page stopped working" onRetry={onRetry}>
      <p>
        The fault is ours. What you saved is safe; what you were typing here may be lost. The rest
        of Evenkeel still works.
      </p>
    </ErrorState>
  );
}
