import { changedBetween, patchOf, rebase, type DetailsDraft } from './details-draft';

const base: DetailsDraft = { channel: 'phone', leadingP: '', importance: 3, contactsPerMonth: '', momentOfTruth: false, target: 80 };

it('sends only what differs, and empties with null', () => {
  expect(patchOf({ ...base, channel: ' ', importance: 5 }, base, { csi: 80 }, 'csi')).toEqual({ channel: null, importance: 5 });
  expect(patchOf(base, base, { csi: 80 }, 'csi')).toEqual({});
});

it('replaces the target of the shown measure and keeps the others', () => {
  expect(patchOf({ ...base, target: 85 }, base, { csi: 80, nps: 40 }, 'csi')).toEqual({ targets: { csi: 85, nps: 40 } });
  expect(patchOf({ ...base, target: '' }, base, { csi: 80, nps: 40 }, 'csi')).toEqual({ targets: { nps: 40 } });
});

it('keeps what was typed and takes over what others changed elsewhere', () => {
  const typed = { ...base, importance: 9 };
  const theirs = { ...base, channel: 'app', importance: 4 };
  expect(changedBetween(base, theirs)).toEqual(['channel', 'importance']);
  expect(rebase(typed, base, theirs)).toEqual({ ...base, channel: 'app', importance: 9 });
});
