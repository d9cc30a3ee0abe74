import { Combobox, Textarea, useCombobox } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stringOf } from '../../model/readValue.ts'
import classes from '../fields/fields.module.css'
import { useField } from '../fields/useField.ts'
import { checkExpression } from './checkExpression.ts'
import { isUnwritten } from './draftConditions.ts'
import { exampleOf } from './exampleOf.ts'
import { feelNames } from './namedValues.ts'
import { useValueNames } from './useValueNames.ts'

/** A criterion as an expression: names are completed, and it is checked while it is being written. */
export function ExpressionEditor() {
  const { t } = useTranslation('inspectorRules')
  const { value, change, settle } = useField(['when'], t('expression'))
  const values = useValueNames()
  const area = useRef<HTMLTextAreaElement>(null)
  const wrongId = useId()
  const [word, setWord] = useState('')
  const [isEmptied, setEmptied] = useState(false)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const when = stringOf(value) ?? ''
  const shown = isEmptied && isUnwritten(when) ? '' : when
  const checked = isUnwritten(shown) ? undefined : checkExpression(shown, feelNames(values))
  const options =
    word === '' ? [] : values.filter((one) => matches(one.name, word) || matches(one.label, word)).slice(0, 8)
  const type = (text: string): void => {
    setEmptied(text.trim() === '')
    // what says nothing yet holds for nobody
    change(text.trim() === '' ? 'null' : text)
  }
  const complete = (name: string): void => {
    const at = area.current?.selectionStart ?? shown.length
    const from = at - wordBefore(shown, at).length
    type(`${shown.slice(0, from)}${name}${shown.slice(at)}`)
    combobox.closeDropdown()
    setWord('')
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(from + name.length, from + name.length)
    })
  }
  return (
    <div>
      <Combobox store={combobox} onOptionSubmit={complete} withinPortal transitionProps={{ duration: 0 }}>
        <Combobox.Target>
          <Textarea
            ref={area}
            label={t('expression')}
            description={t('expressionHelp', { example: exampleOf(values) })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            classNames={{ input: classes.code }}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={2000}
            spellCheck={false}
            autoCapitalize="off"
            value={shown}
            aria-invalid={checked !== undefined && 'wrong' in checked}
            aria-describedby={checked !== undefined && 'wrong' in checked ? wrongId : undefined}
            onChange={({ currentTarget }) => {
              type(currentTarget.value)
              const found = wordBefore(currentTarget.value, currentTarget.selectionStart)
              setWord(found)
              if (found !== '' && !values.some((one) => one.name === found)) combobox.openDropdown()
              else combobox.closeDropdown()
            }}
            onBlur={() => {
              combobox.closeDropdown()
              settle()
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={options.length === 0}>
          <Combobox.Options aria-label={t('completions')}>
            {options.map((one) => (
              <Combobox.Option key={one.name} value={one.name}>
                <span className={classes.codeText}>{one.name}</span> <span className={classes.quiet}>{one.label}</span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {checked !== undefined && 'wrong' in checked && (
        <div className={classes.wrong} id={wrongId} role="status">
          {t(wrongTexts[checked.wrong], { found: checked.found })}
          {checked.to > checked.from && (
            <div className={classes.codeText}>
              {shown.slice(Math.max(0, checked.from - 24), checked.from)}
              <mark className={classes.mark}>{checked.found}</mark>
              {shown.slice(checked.to, checked.to + 24)}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

const wordBefore = (text: string, at: number): string => /[\p{L}_][\p{L}\p{N}_]*$/u.exec(text.slice(0, at))?.[0] ?? ''
const matches = (text: string, word: string): boolean => text.toLowerCase().includes(word.toLowerCase())

const wrongTexts = {
  syntax: 'wrongSyntax',
  'unknown-name': 'wrongName',
  unsupported: 'wrongUnsupported',
  'too-large': 'wrongTooLarge',
  type: 'wrongType',
} as const
