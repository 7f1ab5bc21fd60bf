import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import './theme/styles.ts';
import { theme } from './theme/theme.ts';

// The same key as in public/color-scheme.js, which paints before this code arrives.
const colorSchemeManager = localStorageColorSchemeManager({ key: 'evenkeel-color-scheme' });

/** The theme. No `<style>` elements: the variables come from files, the policy stays strict. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
