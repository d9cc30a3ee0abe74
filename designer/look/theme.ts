import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#e1eeee',
  '#c9e0e1',
  '#9cc7ca',
  '#6cc3cf',
  '#3f929b',
  '#217780',
  '#0b5c66',
  '#084850',
  '#06383e',
  '#04282d',
]

/** How the components look: the ink of `tokens.css`, hairlines instead of shadows, 6 px corners. */
export const theme = createTheme({
  fontFamily: '"IBM Plex Sans", system-ui, sans-serif',
  headings: { fontFamily: '"IBM Plex Sans", system-ui, sans-serif', fontWeight: '600' },
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  colors: { petrol },
  defaultRadius: 6,
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  respectReducedMotion: true,
  // what is filled with the accent has the ink that goes on it, in the dark as well
  variantColorResolver: (input) =>
    input.variant === 'filled' && (input.color === undefined || input.color === 'petrol')
      ? {
          background: 'var(--accent)',
          hover: 'var(--accent-strong)',
          color: 'var(--on-accent)',
          border: '1px solid transparent',
        }
      : defaultVariantColorsResolver(input),
  components: {
    // no text below 13 px
    InputDescription: { defaultProps: { size: 'md' } },
    InputError: { defaultProps: { size: 'md' } },
    Menu: { defaultProps: { shadow: 'none', transitionProps: { duration: 80 } } },
    Modal: { defaultProps: { centered: true, shadow: 'none', transitionProps: { duration: 100 } } },
    Tooltip: { defaultProps: { withArrow: false, openDelay: 300, events: { hover: true, focus: true, touch: false } } },
    Popover: { defaultProps: { shadow: 'none', transitionProps: { duration: 80 } } },
  },
})
