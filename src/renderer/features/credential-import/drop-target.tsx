import Import from '@react-spectrum/s2/icons/Import'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useEffect, useRef, useState } from 'react'
import { useImportMessages } from './messages'

const veil = style({
  position: 'fixed',
  inset: 0,
  zIndex: 1000,
  display: 'flex',
  padding: 16,
  boxSizing: 'border-box',
  pointerEvents: 'none',
  backgroundColor: 'transparent-black-500',
})
const target = style({
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  alignItems: 'center',
  justifyContent: 'center',
  rowGap: 12,
  borderRadius: 'xl',
  borderWidth: 2,
  borderStyle: 'dashed',
  borderColor: 'blue-900',
  backgroundColor: 'layer-2',
  textAlign: 'center',
})
const title = style({ font: 'heading', margin: 0 })
const words = style({ font: 'body', margin: 0, maxWidth: 480 })

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Tells whether a file is held over the window, and takes it wherever it is let go. */
const useFileDrop = (onDrop: (files: readonly File[]) => void): boolean => {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      // Between two elements of the page the other one is named; outside of the window there is none.
      if (!event.relatedTarget) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragenter', over)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', over)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}

/** The whole window is where a file can be let go; it says so while one is held over it. */
export const DropTarget = ({ onDrop }: { onDrop: (files: readonly File[]) => void }) => {
  const say = useImportMessages()
  const isOver = useFileDrop(onDrop)
  if (!isOver) return null
  return (
    <div className={veil}>
      <div className={target} role="status">
        <Import styles={iconStyle({ size: 'XL' })} />
        <p className={title}>{say('drop.title')}</p>
        <p className={words}>{say('drop.words')}</p>
      </div>
    </div>
  )
}
