const words = `
12345678 123456789 1234567890 87654321 987654321 0987654321 11111111 111111111 00000000 000000000 22222222 33333333 44444444 55555555 66666666
77777777 88888888 99999999 12341234 12344321 11223344 1122334455 112233445566 123123123 1231231234 123321123 147258369 741852963 159753456 147852369
12345678910 1234567891 123456789a 123456789q a123456789 a1234567 a12345678 q1234567 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc zaq12wsx zaq1zaq1
qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwertyqwerty 1qwertyu q1w2e3r4 q1w2e3r4t5 asdfghjk asdfghjkl asdfasdf zxcvbnm1 zxcvbnm123
password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword passwort mypassword password! password01 pa55word drowssap
iloveyou iloveyou1 iloveyou2 sunshine sunshine1 princess princess1 football football1 baseball baseball1 basketball superman superman1 batman123 trustno1
welcome1 welcome123 welcome12 letmein1 letmein123 administrator admin123 admin1234 admin12345 adminadmin administrador changeme changeme1 changeme123 test1234 testtest
starwars starwars1 pokemon1 pokemon123 computer computer1 internet internet1 samsung1 samsung123 charlie1 jennifer jordan23 michelle michael1 mercedes maverick
midnight monkey123 dragon123 shadow123 master123 killer123 whatever whatever1 freedom1 victoria veronica elizabeth christian alexander alexandra
google123 facebook facebook1 linkedin minecraft fuckyou1 fuckyou2 asshole1 corvette danielle chocolate cocacola butterfly babygirl babygirl1 angel123
abcd1234 abcdefgh abcdefg1 abc12345 abc123456 abcabc123 aa123456 aa12345678 aaaaaaaa aaaaaaaaa qqqqqqqq zzzzzzzz xxxxxxxx
secret123 hello123 helloworld lovelove ihateyou beautiful blink182 liverpool liverpool1 chelsea1 arsenal1 barcelona realmadrid juventus
йцукенгш йцукенгшщз пароль123 приветик любовь123 qwertyйцукен gfhjkm123 gfhjkmgfhjkm ghbdtnbr ytrewq123 1234qwer qwer1234 qwer12345 asdf1234 zxcv1234
`;

/** Passwords of at least eight characters that guessing tools try first, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
