import { AlertDialog, DialogTrigger } from '@react-spectrum/s2/AlertDialog'
import type { ReactElement, ReactNode } from 'react'
import { useMessages } from '../language/messages'
import messages from './messages/en.json'

export type ConfirmDialogProps = {
  /** The button that asks. */
  button: ReactElement
  /** What can go wrong: a secret gets about, or something is lost. Then Cancel has the focus. */
  danger?: 'warning' | 'destructive'
  title: string
  confirmLabel: string
  onConfirm: () => void
  /** What will happen. */
  children: ReactNode
}

/** A button whose deed is done after it was said what that means. */
export function ConfirmDialog({
  button,
  danger,
  title,
  confirmLabel,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const say = useMessages(messages)
  return (
    <DialogTrigger>
      {button}
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
