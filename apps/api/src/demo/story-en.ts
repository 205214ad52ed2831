import type { Story } from './story.js';
import { touchpointsEn } from './touchpoints-en.js';

/** The retail bank's story in English. */
export const storyEn: Story = {
  workspace: 'Demo Bank',
  journey: {
    name: 'Debit card: from first mention to coming back',
    owner: 'Chief customer officer',
    persona: 'Marina, 34: salary card, two children; does everything in the app, visits a branch once a year. Wants to pay and be paid without thinking about the bank',
  },
  stages: ['Hears of us', 'Chooses', 'Applies', 'Starts', 'Uses every day', 'Solves a problem', 'Leaves and comes back'],
  lanes: { touchpoints: 'Touchpoints', actions: 'What the customer does', thoughts: 'What the customer thinks', emotion: 'Emotion', channels: 'Channels', pains: 'Pains' },
  actions: [
    ['Asks friends which card they have', 'Sees an advert, reads reviews'],
    ['Compares fees and cashback', 'Calls to ask what is unclear'],
    ['Fills in the application', 'Gets the card at home or in a branch'],
    ['Signs in to the app', 'Moves the salary, sets a PIN'],
    ['Pays, transfers, withdraws cash', 'Picks cashback categories'],
    ['Asks why a payment has not arrived', 'Calls, writes to the chat, goes to a branch'],
    ['Tells the bank about leaving', 'Closes the account, listens to the offer'],
  ],
  thoughts: [
    ['“Whom do people I trust use?”'],
    ['“What will I really be charged for?”'],
    ['“How long until I hold the card?”'],
    ['“Will I manage without calling anyone?”'],
    ['“I need it to just work”'],
    ['“Where is my money and who is dealing with it?”', '“I want to talk to a person” (Viktor Pavlovich, 67)'],
    ['“Will they let me go in peace?”'],
  ],
  functions: {
    MKT: 'Marketing', PRD: 'Card product', DIG: 'Digital channels', IT: 'IT', BR: 'Branch network', CC: 'Contact centre',
    SEC: 'Security and anti-fraud', OPS: 'Operations', FIN: 'Finance and pricing', HR: 'Training and HR',
  },
  channels: {
    WOM: 'Word of mouth', ADV: 'Advertising', REV: 'Review sites', WEB: 'Website', APP: 'App', BRN: 'Branch',
    VIS: 'Home delivery', TEL: 'Phone', CHT: 'Chat', MSG: 'Messages', ATM: 'Cash machine',
  },
  colleagues: { CC: 'Irina Vlasova', SEC: 'Oleg Dyomin', DIG: 'Timur Akhmetov' },
  segments: ['Salary', 'Self-chosen', 'Pensioners', 'Young', 'Premium'],
  regions: ['North-West', 'Centre', 'Volga', 'Siberia'],
  touchpoints: touchpointsEn,
  endings: ['', '. Not the first time', '. Please take note', '. I told a friend about it'],
  surveys: {
    contact: 'After a contact',
    recommendation: 'Relationship: recommendation, monthly',
    satisfaction: 'Relationship: overall satisfaction, quarterly',
  },
  questions: {
    csi: (touchpoint) => `How satisfied are you: ${touchpoint}?`,
    ease: (touchpoint) => `It was easy for me to get done what I came for: ${touchpoint}`,
    feeling: (touchpoint) => `What feeling did it leave: ${touchpoint}?`,
    recommendation: 'How likely are you to recommend Demo Bank to friends and family?',
    satisfaction: 'All in all, how satisfied are you with your card?',
  },
  scoreNote: 'Self-assessment by the rubric',
};
