import {
  createTheme, defaultVariantColorsResolver,
  type ActionIconFactory, type ButtonFactory, type CSSVariablesResolver, type ExtendComponent, type InputFactory, type InputWrapperFactory, type MantineColorsTuple, type MenuFactory,
  type ModalFactory, type PasswordInputFactory, type PopoverFactory, type SegmentedControlFactory, type SelectFactory, type TabsFactory, type TextareaFactory, type TextInputFactory,
  type TooltipFactory, type VariantColorsResolver,
} from '@mantine/core';

const accent: MantineColorsTuple = ['#e2eff0', '#c4e2e6', '#9bd2da', '#6fc3cf', '#46a3b0', '#257f8d', '#0f5f6b', '#0c4d57', '#17343a', '#062b31'];
const gray: MantineColorsTuple = ['#f7f6f3', '#f1efea', '#e9e6df', '#e4e1da', '#cfcbc1', '#a39e93', '#66635b', '#55524b', '#3a3833', '#1d1c19'];
const dark: MantineColorsTuple = ['#eceae4', '#c9c6be', '#a9a59c', '#7c786f', '#48463f', '#32312c', '#262622', '#1e1e1b', '#191917', '#161614'];

const solid = (name: string) => ({ background: `var(--${name})`, hover: `var(--${name}-hover)`, color: `var(--on-${name})`, border: '1px solid transparent' });

const variantColorResolver: VariantColorsResolver = (input) => {
  const danger = input.color === 'red';
  if (input.variant === 'filled') return solid(danger ? 'bad' : 'accent');
  if (input.variant === 'light') return { background: danger ? 'var(--bad-soft)' : 'var(--accent-soft)', hover: danger ? 'var(--bad-soft)' : 'var(--accent-soft)', color: danger ? 'var(--bad)' : 'var(--accent)', border: '1px solid transparent' };
  if (input.variant === 'subtle') return { background: 'transparent', hover: 'var(--sunken)', color: danger ? 'var(--bad)' : input.color === 'gray' ? 'var(--muted)' : 'var(--accent)', border: '1px solid transparent' };
  if (input.variant === 'default') return { background: 'var(--surface)', hover: 'var(--sunken)', color: danger ? 'var(--bad)' : 'var(--text)', border: '1px solid var(--line-strong)' };
  return defaultVariantColorsResolver(input);
};

const small = { size: 'sm' };

/** Mantine's parts in the product's sizes; their colours come from the tokens by `cssVariables`. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  colors: { accent, gray, dark },
  black: '#1d1c19',
  variantColorResolver,
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '2rem' },
  fontSizes: { xs: '0.6875rem', sm: '0.8125rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.4' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600', sizes: { h1: { fontSize: '0.9375rem' }, h2: { fontSize: '0.9375rem' }, h3: { fontSize: '0.8125rem' } } },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Only their types: naming the components themselves would load all of them with the first page.
  components: {
    Button: { defaultProps: small, styles: (_theme, { variant }) => ({ root: { fontWeight: variant === 'default' || variant === 'subtle' ? 500 : 600 } }), vars: (_theme, { size }) => (size === 'sm' ? { root: { '--button-height': 'var(--control)', '--button-padding-x': '11px', '--button-fz': '0.8125rem' } } : { root: {} }) } satisfies ExtendComponent<ButtonFactory>,
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' }, vars: (_theme, { size }) => (size === 'md' ? { root: { '--ai-size': 'var(--control)' } } : { root: {} }) } satisfies ExtendComponent<ActionIconFactory>,
    Input: { vars: () => ({ wrapper: { '--input-height': 'var(--control-field)', '--input-fz': 'var(--control-font)', '--input-padding': '9px' } }), styles: { input: { textOverflow: 'ellipsis' } } } satisfies ExtendComponent<InputFactory>,
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] }, styles: { label: { marginBottom: 4, fontWeight: 500 }, description: { marginTop: 4 }, error: { marginTop: 4 } } } satisfies ExtendComponent<InputWrapperFactory>,
    TextInput: { defaultProps: small } satisfies ExtendComponent<TextInputFactory>,
    PasswordInput: { defaultProps: small } satisfies ExtendComponent<PasswordInputFactory>,
    Textarea: { defaultProps: small } satisfies ExtendComponent<TextareaFactory>,
    Select: { defaultProps: { ...small, allowDeselect: false, comboboxProps: { shadow: 'md', transitionProps: { duration: 80 } } } } satisfies ExtendComponent<SelectFactory>,
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 }, position: 'bottom-end', offset: 4 } } satisfies ExtendComponent<MenuFactory>,
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } } satisfies ExtendComponent<PopoverFactory>,
    // A dialog's header is not the page's banner.
    Modal: { defaultProps: { centered: true, attributes: { header: { role: 'presentation' } }, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } }, styles: { title: { fontSize: '0.9375rem', fontWeight: 600 } } } satisfies ExtendComponent<ModalFactory>,
    SegmentedControl: { defaultProps: small, styles: { label: { fontWeight: 500 } } } satisfies ExtendComponent<SegmentedControlFactory>,
    Tabs: { defaultProps: { keepMounted: false } } satisfies ExtendComponent<TabsFactory>,
    Tooltip: { defaultProps: { withinPortal: true, openDelay: 150, transitionProps: { duration: 80 }, events: { hover: true, focus: true, touch: true } } } satisfies ExtendComponent<TooltipFactory>,
  },
});

const shared = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--faint)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--faint)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-red-filled': 'var(--bad)',
  '--mantine-color-red-text': 'var(--bad)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-shadow-md': 'var(--shadow-pop)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: shared, light: shared, dark: shared });
