export {
  IconActivityHeartbeat, IconAlertTriangle, IconArrowDown, IconArrowDownRight, IconArrowLeft, IconArrowRight, IconArrowUp, IconArrowUpRight, IconArrowsMaximize, IconBuilding,
  IconCheck, IconChevronDown, IconChevronLeft, IconChevronRight, IconChevronUp, IconCircleDot, IconCopy, IconDatabaseImport, IconDeviceDesktop, IconDeviceMobile, IconDots,
  IconDownload, IconExternalLink, IconEye, IconFileImport, IconFilter, IconGripVertical, IconKey, IconLanguage, IconLayoutKanban, IconLink, IconLogout, IconMail, IconMessage,
  IconMoon, IconPencil, IconPhone, IconPlayerPlay, IconPlus, IconRefresh, IconRoute, IconSearch, IconSettings, IconSitemap, IconStar, IconStarFilled, IconSun, IconTable, IconTarget,
  IconTrash, IconUpload, IconUser, IconUserPlus, IconUsers, IconUsersGroup, IconWorld, IconX, IconArrowBackUp, IconArrowForwardUp, IconCalendar, IconInfoCircle, IconMinus,
  IconCash, IconCloudOff, IconFileText, IconKeyboard, IconMessages, IconSpeakerphone, IconTemplate, IconTruck,
} from '@tabler/icons-react';
export type { Icon } from '@tabler/icons-react';
