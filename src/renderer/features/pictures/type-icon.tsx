import AudioWave from '@react-spectrum/s2/icons/AudioWave'
import File from '@react-spectrum/s2/icons/File'
import FileText from '@react-spectrum/s2/icons/FileText'
import Image from '@react-spectrum/s2/icons/Image'
import Video from '@react-spectrum/s2/icons/Video'

const icons = { image: Image, video: Video, audio: AudioWave, text: FileText }

function iconOf(format: string | null) {
  if (format === 'application/pdf') return FileText
  const kind = format?.split('/')[0] ?? ''
  return Object.hasOwn(icons, kind) ? icons[kind as keyof typeof icons] : File
}

/** Stands for an asset of a media type, such as `image/jpeg`, until its picture is known. */
export function TypeIcon({ format }: { format: string | null }) {
  const Icon = iconOf(format)
  return <Icon />
}
