import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';

interface ConfirmByNameProps {
  opened: boolean;
  onClose: () => void;
  onConfirm: () => void;
  busy?: boolean;
  title: string;
  /** What will be lost and what will stay. */
  children: ReactNode;
  /** What must be typed. */
  name: string;
  inputLabel: string;
  confirmLabel: string;
  cancelLabel: string;
}

const Body = ({ onClose, onConfirm, busy = false, children, name, inputLabel, confirmLabel, cancelLabel }: ConfirmByNameProps) => {
  const [typed, setTyped] = useState('');
  const matches = typed.trim().normalize() === name.trim().normalize();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (matches) onConfirm();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div>{children}</div>
        <TextInput label={inputLabel} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} autoComplete="off" data-autofocus />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>{cancelLabel}</Button>
          <Button type="submit" color="red" disabled={!matches} loading={busy}>{confirmLabel}</Button>
        </Group>
      </Stack>
    </form>
  );
};

/** A destructive act that cannot be undone: the name of what goes must be typed. */
export const ConfirmByName = (props: ConfirmByNameProps) => (
  <Modal opened={props.opened} onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': props.cancelLabel }}>
    <Body {...props} />
  </Modal>
);
