import {
  IconBuilding, IconCash, IconDeviceMobile, IconMail, IconMessage, IconMessages, IconPhone, IconRoute, IconSpeakerphone, IconStar, IconTruck, IconUsers, IconWorld,
  type Icon,
} from '../../../ui/icons';

// Channels are free text in either language, so a picture is found by the word's stem.
const STEMS: readonly (readonly [RegExp, Icon])[] = [
  [/cash machine|\batm\b|банкомат/i, IconCash],
  [/chat|чат|мессендж/i, IconMessages],
  [/\bapp\b|mobile|прилож|мобильн/i, IconDeviceMobile],
  [/web|site|online|сайт|онлайн/i, IconWorld],
  [/branch|office|store|shop|gate|отделен|офис|салон|магазин/i, IconBuilding],
  [/phone|call|телефон|звон/i, IconPhone],
  [/mail|почт/i, IconMail],
  [/message|sms|push|сообщен|смс/i, IconMessage],
  [/deliver|courier|достав|выезд|курьер/i, IconTruck],
  [/advert|campaign|реклам/i, IconSpeakerphone],
  [/review|отзыв/i, IconStar],
  [/social|word of mouth|friend|соцсет|социальн|личное|знаком/i, IconUsers],
];

/** A picture of the channel beside a touchpoint's name; none where no channel is given. */
export const ChannelIcon = ({ channel, size = 14 }: { channel: string | null; size?: number }) => {
  if (channel === null) return null;
  const Glyph = STEMS.find(([stem]) => stem.test(channel))?.[1] ?? IconRoute;
  return <Glyph size={size} stroke={1.7} role="img" aria-label={channel} />;
};
