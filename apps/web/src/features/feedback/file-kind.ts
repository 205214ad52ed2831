/** What keeps a file from being read at all, seen before anything is sent. */
export type FileFault = 'empty' | 'oldExcel' | 'openDocument' | 'numbers' | 'spss' | 'mapping' | 'otherKind' | 'largeExcel' | 'large';

const KINDS: readonly { names: RegExp; fault: FileFault }[] = [
  { names: /\.xls[bm]?$/i, fault: 'oldExcel' }, { names: /\.(?:ods|fods)$/i, fault: 'openDocument' }, { names: /\.numbers$/i, fault: 'numbers' }, { names: /\.(?:sav|zsav|por|dta|sas7bdat)$/i, fault: 'spss' },
  { names: /\.json$/i, fault: 'mapping' }, { names: /\.(?:pdf|docx?|pptx?|rtf|odt|html?|xml|zip|rar|7z|gz|png|jpe?g|gif|heic|mp4|parquet|sqlite|db|exe)$/i, fault: 'otherKind' },
];
const MIB = 1024 * 1024;
const LARGEST = { xlsx: 20 * MIB, csv: 2048 * MIB };

/** The limits are the API's; asking it with 60 MB only to be refused would waste a person's time. */
export const faultOfFile = ({ name, size }: Pick<File, 'name' | 'size'>): FileFault | null => {
  const kind = KINDS.find(({ names }) => names.test(name))?.fault;
  if (kind != null) return kind;
  if (size === 0) return 'empty';
  if (/\.xlsx$/i.test(name)) return size > LARGEST.xlsx ? 'largeExcel' : null;
  return size > LARGEST.csv ? 'large' : null;
};
