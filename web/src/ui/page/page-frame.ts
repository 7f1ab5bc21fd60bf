import { createContext, type ReactNode, useContext } from 'react';

/** What the shell around a page offers it: on a phone the page's bar opens the shell's menu. */
export type PageFrame = {
  readonly openMenu: (() => void) | undefined;
  /** Stands in every page's bar before its actions: a running timer. */
  readonly barSlot?: ReactNode;
};

export const PageFrameContext = createContext<PageFrame>({ openMenu: undefined });

export function usePageFrame(): PageFrame {
  return useContext(PageFrameContext);
}
