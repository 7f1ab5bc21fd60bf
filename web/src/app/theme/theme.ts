import { createTheme, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#f3f2fd',
  '#e4e3fa',
  '#c8c6f4',
  '#aba8f0',
  '#8e8ae6',
  '#7470dc',
  '#5b57d1',
  '#4e49c0',
  '#403ca5',
  '#312e82',
];

const floating = { transition: 'fade', duration: 120 } as const;

/** Behaviour and default props; colours and sizes stand in tokens.css. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { accent },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Button: { defaultProps: { size: 'sm' } },
    // The page itself never scrolls (its panel does), and the scroll lock would need a <style> element.
    Modal: {
      defaultProps: {
        lockScroll: false,
        radius: 'lg',
        yOffset: '8vh',
        transitionProps: floating,
        overlayProps: { color: 'var(--overlay)', backgroundOpacity: 1 },
        closeButtonProps: { 'aria-label': 'Close', size: 28 },
      },
    },
    Drawer: {
      defaultProps: {
        lockScroll: false,
        position: 'right',
        overlayProps: { color: 'var(--overlay)', backgroundOpacity: 1 },
        closeButtonProps: { 'aria-label': 'Close', size: 28 },
        transitionProps: { duration: 160 },
      },
    },
    Menu: {
      defaultProps: {
        position: 'bottom-start',
        offset: 4,
        transitionProps: floating,
        shadow: 'md',
        withinPortal: true,
        // Its empty placeholder would be a focusable child that is no menu item.
        withInitialFocusPlaceholder: false,
      },
    },
    Popover: { defaultProps: { offset: 4, transitionProps: floating, shadow: 'md' } },
    Combobox: { defaultProps: { offset: 4, transitionProps: { duration: 0 } } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
    Tooltip: {
      defaultProps: {
        openDelay: 350,
        offset: 6,
        transitionProps: { duration: 100 },
        withArrow: false,
      },
    },
    Tabs: { defaultProps: { keepMounted: false } },
  },
});
