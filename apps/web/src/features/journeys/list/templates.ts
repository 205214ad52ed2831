import type { P } from '@afferent/contracts';

interface Text { en: string; ru: string }

/** A journey to start from: stages with the touchpoints most companies of the kind have. */
export interface Template {
  key: string;
  name: Text;
  stages: readonly { name: Text; points: readonly (Text & { p: P })[] }[];
}

const point = (p: P, en: string, ru: string) => ({ en, ru, p });
const stage = (en: string, ru: string, ...points: readonly (Text & { p: P })[]) => ({ name: { en, ru }, points });

export const TEMPLATES: readonly Template[] = [
  {
    key: 'service',
    name: { en: 'A service, from first mention to coming back', ru: 'Услуга: от первого упоминания до возвращения' },
    stages: [
      stage('Hears of us', 'Узнаёт', point('product', 'Advertising', 'Реклама'), point('product', 'Reviews and ratings', 'Отзывы и рейтинги')),
      stage('Chooses', 'Выбирает', point('product', 'Website', 'Сайт'), point('people', 'First conversation', 'Первый разговор')),
      stage('Buys', 'Оформляет', point('process', 'Application', 'Заявка'), point('process', 'Payment', 'Оплата')),
      stage('Uses', 'Пользуется', point('product', 'Everyday use', 'Повседневное использование'), point('process', 'Notifications', 'Уведомления')),
      stage('Solves a problem', 'Решает вопрос', point('people', 'Call to support', 'Звонок в поддержку'), point('process', 'Complaint handling', 'Разбор жалобы')),
      stage('Leaves and comes back', 'Уходит и возвращается', point('people', 'Conversation about leaving', 'Разговор об уходе'), point('product', 'Offer to come back', 'Предложение вернуться')),
    ],
  },
  {
    key: 'shop',
    name: { en: 'An online shop', ru: 'Интернет-магазин' },
    stages: [
      stage('Looks for', 'Ищет', point('product', 'Search and catalogue', 'Поиск и каталог'), point('product', 'Product page', 'Карточка товара')),
      stage('Orders', 'Заказывает', point('process', 'Basket and checkout', 'Корзина и оформление'), point('process', 'Payment', 'Оплата')),
      stage('Receives', 'Получает', point('process', 'Order status', 'Статус заказа'), point('people', 'Courier or pick-up point', 'Курьер или пункт выдачи')),
      stage('Uses', 'Пользуется', point('product', 'The goods themselves', 'Сам товар')),
      stage('Returns', 'Возвращает', point('process', 'Return and refund', 'Возврат товара и денег'), point('people', 'Help by chat', 'Помощь в чате')),
    ],
  },
  {
    key: 'visit',
    name: { en: 'A visit: clinic, branch, service centre', ru: 'Визит: клиника, отделение, сервисный центр' },
    stages: [
      stage('Makes an appointment', 'Записывается', point('process', 'Booking online', 'Запись на сайте'), point('people', 'Booking by phone', 'Запись по телефону')),
      stage('Arrives', 'Приходит', point('product', 'Way and signs', 'Дорога и указатели'), point('people', 'Reception', 'Администратор'), point('process', 'Waiting', 'Ожидание')),
      stage('Is served', 'Обслуживается', point('people', 'The specialist', 'Специалист'), point('product', 'Room and equipment', 'Помещение и оборудование')),
      stage('Pays', 'Платит', point('process', 'Payment', 'Оплата'), point('product', 'Clear price', 'Понятная цена')),
      stage('Afterwards', 'После визита', point('process', 'Results and documents', 'Результаты и документы'), point('people', 'Follow-up call', 'Звонок после визита')),
    ],
  },
];
