import type { HeaderPlace } from '@afferent/contracts';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tile } from '../../ui/tile';
import styles from './import.module.css';
import type { Reading, Source } from './read-file';
import { useNoticeWords } from './notice-words';

interface Props { source: Source; isReading: boolean; onRead: (reading: Reading) => void }

const SHOWN_ROWS = 3;
const SHOWN_COLUMNS = 40;
const LINES = 15;
const valueOf = ({ row, rows, skip }: HeaderPlace) => `${row}/${rows}/${skip}`;
const placeOf = (value: string): HeaderPlace => {
  const [row = 1, rows = 1, skip = 0] = value.split('/').map(Number);
  return { row, rows, skip };
};

/** How the file was read, with its first rows to see it by; every guess of the reader can be put right here. */
export const ReadingTile = ({ source, isReading, onRead }: Props) => {
  const { t } = useTranslation('feedback');
  const noticeWords = useNoticeWords();
  const { preview, place, lines, table, guess } = source;
  const reading: Reading = { header: place, ...(preview.sheet == null ? {} : { sheet: preview.sheet }), ...(preview.delimiter == null ? {} : { delimiter: preview.delimiter }), ...(preview.encoding == null ? {} : { encoding: preview.encoding }) };
  const lineOptions = lines.rows.slice(0, LINES).map((row, index) => ({ place: { row: lines.numbers[index] ?? 1, rows: 1, skip: 0 }, text: row.filter((cell) => cell.trim() !== '').slice(0, 4).join(' · ') }));
  const places = [{ value: valueOf(place), label: t(place.rows > 1 ? 'reading.lines' : place.skip > 0 ? 'reading.lineSkip' : 'reading.line', { row: place.row, last: place.row + place.rows - 1, skip: place.skip }) }, ...lineOptions.filter((option) => valueOf(option.place) !== valueOf(place)).map((option) => ({ value: valueOf(option.place), label: `${t('reading.line', { row: option.place.row })}: ${option.text.slice(0, 60)}` }))];
  const doubled = [...new Set(table.header.filter((name, index) => name !== '' && table.header.indexOf(name) !== index))];
  const notes = [
    source.unnamed ? t('reading.unnamed') : null,
    table.rows.length === 0 ? t('reading.noRows') : null,
    table.header.length < 2 ? t('reading.oneColumn') : null,
    guess.longFormat == null ? null : t('reading.long', guess.longFormat),
    doubled.length === 0 ? null : t('reading.doubled', { names: doubled.slice(0, 5).join(', ') }),
    ...preview.notices.map(noticeWords),
  ].filter((note) => note != null);
  return (
    <Tile title={t('reading.title')}>
      <div className={styles.fields} aria-busy={isReading}>
        {preview.sheets.length > 1 ? <Select label={t('reading.sheet')} allowDeselect={false} disabled={isReading} data={[...new Set(preview.sheets)]} value={preview.sheet} onChange={(sheet) => sheet != null && onRead({ sheet })} /> : null}
        <Select label={t('reading.header')} allowDeselect={false} disabled={isReading} data={places} value={valueOf(place)} onChange={(value) => value != null && onRead({ ...reading, header: placeOf(value) })} />
        {preview.format === 'csv' ? <Select label={t('reading.delimiter')} allowDeselect={false} disabled={isReading} data={[[',', 'comma'], [';', 'semicolon'], ['\t', 'tab'], ['|', 'bar']].map(([value = '', word = '']) => ({ value, label: t(`reading.delimiters.${word as 'comma' | 'semicolon' | 'tab' | 'bar'}`) }))} value={preview.delimiter} onChange={(delimiter) => delimiter != null && onRead({ delimiter, ...(preview.encoding == null ? {} : { encoding: preview.encoding }) })} /> : null}
        {preview.format === 'csv' ? <Select label={t('reading.encoding')} allowDeselect={false} disabled={isReading} data={[{ value: 'utf-8', label: 'UTF-8' }, { value: 'windows-1251', label: 'Windows-1251' }]} value={preview.encoding} onChange={(encoding) => encoding != null && onRead({ ...reading, encoding })} /> : null}
      </div>
      {notes.map((note) => <p key={note} className={styles.note} role="note">{note}</p>)}
      <div className={styles.scroll} role="region" aria-label={t('reading.rows')} tabIndex={0}>
        <table className={styles.glance}>
          <thead><tr>{table.header.slice(0, SHOWN_COLUMNS).map((name, index) => <th key={`${index}-${name}`} scope="col">{name === '' ? '—' : name}</th>)}</tr></thead>
          <tbody>{table.rows.slice(0, SHOWN_ROWS).map((row, at) => <tr key={lines.numbers[at] ?? at}>{table.header.slice(0, SHOWN_COLUMNS).map((name, index) => <td key={`${index}-${name}`}>{row[index] ?? ''}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </Tile>
  );
};
