import type { PortalFace } from '@evenkeel/contract/branding';
import { accentColours } from '@evenkeel/core/portal/accent';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect } from 'react';

/** Paints the page in the firm's accent, made readable for light and dark; takes it back on leaving. */
export function useFace(face: Pick<PortalFace, 'accent'> | undefined): void {
  const ground = useComputedColorScheme('light');
  const accent = face?.accent ?? null;
  useEffect(() => {
    if (accent === null) return undefined;
    const colours = accentColours(accent, ground);
    const values = {
      '--accent': colours.accent,
      '--accent-hover': colours.accentHover,
      '--accent-text': colours.accentText,
      '--accent-soft': colours.accentSoft,
      '--on-accent': colours.onAccent,
      '--focus': colours.accentText,
      '--selected': colours.accentSoft,
    };
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(values)) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(values)) style.removeProperty(name);
    };
  }, [accent, ground]);
}
