import { AlertDialog, DialogTrigger } from '@react-spectrum/s2/AlertDialog'
import { Button, type ButtonProps } from '@react-spectrum/s2/Button'
import type { ReactNode } from 'react'
import { useMessages } from '../language/messages'
import messages from './messages/en.json'

export type ConfirmButtonProps = Pick<ButtonProps, 'variant' | 'fillStyle' | 'size'> & {
  label: string
  /** For secrets that leave the program, or data that is lost: Cancel then has the focus. */
  danger?: 'warning' | 'destructive'
  title: string
  confirmLabel: string
  onConfirm: () => void
  /** What will happen. */
  children: ReactNode
}

/** A button that asks before it acts. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, danger, title, confirmLabel, onConfirm, children, ...button } = props
  const say = useMessages(messages)
  return (
    <DialogTrigger>
      <Button {...button}>{label}</Button>
      <AlertDialog
        {...(danger ? { variant: danger, autoFocusButton: 'cancel' } : {})}
        title={title}
        primaryActionLabel={confirmLabel}
        cancelLabel={say('cancel')}
        onPrimaryAction={onConfirm}
      >
        {children}
      </AlertDialog>
    </DialogTrigger>
  )
}
