import * as mantine from '@mantine/core'
import type { ComponentProps } from 'react'
import { steady } from '../../parts/steady.tsx'

/**
 * What fields are made of. A form is told of each step of an edit: with these only what the step has changed is drawn
 * anew.
 */
export const ActionIcon = steady<mantine.ActionIconProps & ComponentProps<'button'>>(mantine.ActionIcon)
export const Button = steady<mantine.ButtonProps & ComponentProps<'button'>>(mantine.Button)
export const MultiSelect = steady<mantine.MultiSelectProps>(mantine.MultiSelect)
export const NativeSelect = steady<mantine.NativeSelectProps>(mantine.NativeSelect)
export const Select = steady<mantine.SelectProps & Pick<ComponentProps<'input'>, 'ref'>>(mantine.Select)
export const Switch = steady<mantine.SwitchProps>(mantine.Switch)
export const TagsInput = steady<mantine.TagsInputProps>(mantine.TagsInput)
export const TextInput = steady<mantine.TextInputProps & Pick<ComponentProps<'input'>, 'ref'>>(mantine.TextInput)
export const UnstyledButton = steady<mantine.UnstyledButtonProps & ComponentProps<'button'>>(mantine.UnstyledButton)
