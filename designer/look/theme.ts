import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'
import { highlightFirst, takeHighlighted } from '../parts/listKeys.ts'

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

/** Filled things take their ink from `tokens.css`: in the dark it is dark, since what it stands on is light. */
const inkOfFilled: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  if (input.variant !== 'filled') return colors
  if (input.color !== 'red') return { ...colors, color: 'var(--on-accent)' }
  return { ...colors, background: 'var(--error)', hover: 'var(--error)', color: 'var(--sheet)' }
}

/**
 * A list of choices belongs to the field that opens it, which moves in it and scrolls it by keyboard. It opens when somebody
 * asks for it: whoever only comes by on the way through a form has nothing laid over the rest.
 */
const choices = {
  role: 'combobox',
  withScrollArea: false,
  openOnFocus: false,
  wrapperProps: { onKeyDownCapture: takeHighlighted },
  styles: { options: { maxHeight: 240, overflowY: 'auto' } },
} as const

/** Where one of the choices is meant by what is written. */
const oneOfThem = {
  ...choices,
  selectFirstOptionOnChange: true,
  wrapperProps: { ...choices.wrapperProps, onChange: highlightFirst },
} as const

/** How the components look: the ink of `tokens.css`, hairlines instead of shadows, 6 px corners. */
export const theme = createTheme({
  fontFamily: '"IBM Plex Sans", system-ui, sans-serif',
  headings: { fontFamily: '"IBM Plex Sans", system-ui, sans-serif', fontWeight: '600' },
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  variantColorResolver: inkOfFilled,
  colors: { petrol },
  defaultRadius: 6,
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.35' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  respectReducedMotion: true,
  components: {
    // no text below 13 px
    InputDescription: { defaultProps: { size: 'md' } },
    InputError: { defaultProps: { size: 'md' } },
    Select: { defaultProps: oneOfThem },
    MultiSelect: { defaultProps: oneOfThem },
    Autocomplete: { defaultProps: choices },
    // the first item has the focus at once, and items are reached by Tab too: a long menu scrolls
    Menu: {
      defaultProps: {
        shadow: 'none',
        transitionProps: { duration: 80 },
        withInitialFocusPlaceholder: false,
        menuItemTabIndex: 0,
      },
    },
    // locking the scroll would write a style of its own into the page, which its policy forbids
    Modal: { defaultProps: { centered: true, shadow: 'none', lockScroll: false, transitionProps: { duration: 100 } } },
    Tooltip: { defaultProps: { withArrow: false, openDelay: 300, events: { hover: true, focus: true, touch: false } } },
    Popover: { defaultProps: { shadow: 'none', transitionProps: { duration: 80 } } },
  },
})
