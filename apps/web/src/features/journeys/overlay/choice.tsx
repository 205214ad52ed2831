import { Combobox, useCombobox } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconCheck, IconChevronDown } from '../../../ui/icons';
import styles from './overlay.module.css';

export interface Option<T extends string> {
  value: T;
  label: string;
  hint?: string | undefined;
  disabled?: boolean;
}

export interface OptionGroup<T extends string> {
  group: string;
  options: readonly Option<T>[];
}

interface ChoiceProps<T extends string> {
  /** Names the choice for people who do not see what it stands beside. */
  label: string;
  value: T;
  groups: readonly OptionGroup<T>[];
  onChange: (value: T) => void;
  /** What the closed button says; the chosen option's label otherwise. */
  shown?: ReactNode;
  /** Whether the choice is the default and may step back visually. */
  isQuiet?: boolean;
}

/** A button that opens a list of options, one of which holds. */
export const Choice = <T extends string>({ label, value, groups, onChange, shown, isQuiet = false }: ChoiceProps<T>) => {
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.updateSelectedOptionIndex('active'),
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const options = groups.flatMap((group) => group.options);
  const chosen = options.find((option) => option.value === value);
  const submit = (picked: string) => {
    const option = options.find((candidate) => candidate.value === picked);
    if (option !== undefined) onChange(option.value);
    combobox.closeDropdown();
    combobox.focusTarget();
  };
  const draw = (option: Option<T>) => (
    <Combobox.Option key={option.value} value={option.value} active={option.value === value} disabled={option.disabled ?? false} className={styles.option}>
      <span className={styles.optionText}>
        {option.label}
        {option.hint === undefined ? null : <small>{option.hint}</small>}
      </span>
      {option.value === value ? <IconCheck size={14} aria-hidden /> : null}
    </Combobox.Option>
  );

  return (
    <Combobox store={combobox} onOptionSubmit={submit} width="max-content" position="bottom-start" shadow="md" transitionProps={{ duration: 80 }}>
      <Combobox.Target targetType="button">
        <button type="button" className={styles.choice} data-quiet={isQuiet || undefined} aria-label={`${label}: ${chosen?.label ?? value}`} onClick={() => combobox.toggleDropdown()}>
          <span className={styles.choiceText}>{shown ?? chosen?.label ?? value}</span>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className={styles.dropdown}>
        <Combobox.Options aria-label={label}>
          {groups.map(({ group, options: members }) => (group === '' ? members.map(draw) : <Combobox.Group key={group} label={group}>{members.map(draw)}</Combobox.Group>))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};
