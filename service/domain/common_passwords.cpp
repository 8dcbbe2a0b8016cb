// SPDX-License-Identifier: EUPL-1.2
#include "common_passwords.hpp"

namespace rondetafel
{

namespace
{

// One text, for a list of strings would take a line per word.
constexpr std::string_view words =
    // Rows of keys and figures.
    R"(
1234567890 123456789 12345678 1234567 123456 12345 1234 0987654321 987654321 87654321 7654321 654321 54321
4321 123123 112233 121212 111111 000000 0123456789 012345 222222 333333 555555 666666 777777 888888 999999
159753 147258369 147258 258369 789456123 789456 456789 321321 102030 131313 696969 101010 2020 2021 2022
2023 2024 2025 2026 2027 2028 2029 2030 1984 1990 2000 qwertyuiop qwertyui qwerty qwertz azerty asdfghjkl
asdfgh asdf zxcvbnm zxcvbn zxcv poiuytrewq lkjhgfdsa mnbvcxz 1qaz2wsx3edc4rfv 1qaz2wsx3edc 1qaz2wsx 1qaz
2wsx 3edc 4rfv qazwsxedc qazwsx qaz123 wsxedc 1q2w3e4r5t6y 1q2w3e4r5t 1q2w3e4r 1q2w3e q1w2e3r4t5 q1w2e3r4
zaq12wsx zaq1 xsw2 abcdefghijkl abcdefghij abcdefgh abcdef abcd1234 abcd abc123 123abc a1b2c3d4 a1b2c3
aabbcc aaaaaa qweasdzxc qweasd qwer1234 qwer asdfqwer
)"
    // What one calls a password, and what a system comes with.
    R"(
password passwort passw0rd pass1234 passphrase wachtwoord wachtwoorden wachtzin geheim geheimpje toegang
haslo hasło tajne secret secrets secure security beveiliging login inloggen signin logon letmein letme
trustno1 access admin administrator beheerder beheer root toor user gebruiker guest gast test tester testing
proef default changeme change verander temporary tijdelijk temp1234 tijd master system systeem server
windows computer laptop internet network netwerk office outlook microsoft google apple samsung iphone
android facebook linkedin instagram youtube whatsapp pokemon minecraft starwars superman batman spiderman
ironman naruto matrix welkom welcome witamy hallo hello goedemorgen goedemiddag morgen vandaag maandag
dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday
januari februari maart april juni juli augustus september oktober november december january february march
june july august october lente zomer herfst winter voorjaar najaar zomervakantie vakantie spring summer
autumn kerst kerstmis pasen christmas
)"
    // Affection.
    R"(
iloveyou iloveu loveyou love lovely lover ikhouvanjou ikhouvan liefde liefje schatje schat lieverd mijnschat
kochamcie kocham kochanie kotek misiaczek skarbie kwiatek sweetheart sweety darling princess prinses angel
engel babygirl baby honey sugar heart hart kusjes kusje vrienden vriendin familie family mama papa moeder
vader mother father forever friends friend
)"
    // Animals, colours, things.
    R"(
dragon monkey tiger lion leeuw tijger horse paard paarden hond hondje poes poesje katten konijn vlinder
butterfly dolfijn dolphin eagle falcon panther bunny kitten puppy chicken kipje schildpad unicorn rainbow
regenboog sunshine zonnetje zonneschijn sunflower zonnebloem bloemen bloem flower rose rozen tulp tulpen
tulip orchidee orchid star stars sterren moon maan water vuur fire storm thunder lightning freedom vrijheid
shadow killer hunter ranger soldier warrior magic phoenix diamond diamant silver zilver gold goud orange
oranje oranjeboven yellow geel purple paars blauw groen rood black white blue green banana banaan appel
aardbei chocola chocolade chocolate cookie koekje pindakaas hagelslag stroopwafel kaas cheese pizza coffee
koffie pepper ginger cherry peanut muffin biertje heineken grolsch fiets fietsen motor auto ferrari mercedes
porsche harley yamaha corvette mustang volvo toyota volkswagen
)"
    // Sport and places.
    R"(
football voetbal soccer baseball basketball hockey tennis ajax feyenoord psveindhoven arsenal chelsea
liverpool barcelona juventus realmadrid manchester united legia wisla lech jordan jordan23 max33verstappen
verstappen amsterdam rotterdam utrecht denhaag eindhoven groningen haarlem amstelveen hoofddorp schiphol
nederland holland netherlands polska polski poland warszawa krakow gdansk wroclaw poznan europa europe
america london paris parijs berlin berlijn
)"
    // Names that head the lists.
    R"(
thomas daniel michael michelle jessica jennifer ashley nicole andrea andrew charlie george robert william
richard matthew joshua samantha amanda melissa stephanie hannah sophie julia anna maria martin marina peter
pieter johan johannes willem hendrik dennis patrick kevin jeroen jasper sander marieke annemarie linda
monique sandra esther chantal ingrid bianca wendy kimberly laura lisa emma daan lucas sanne femke noor
mateusz marcin bartek kasia agnieszka natalia karolina monika patryk kamil damian
)"
    // Habit words of an office.
    R"(
vergadering gemeentehuis raadhuis raadzaal burgemeester wethouder coordinator project programma planning
kantoor werkplek collega management manager finance financien contract business company bedrijf service
support helpdesk blessed jesus christ church jezus heaven hemel whatever nothing niets anything something
superstar rockstar metallica nirvana slipknot beatles eminem cowboy yankees dallas gandalf hobbit frodo
potter merlin wizard snoopy garfield mickey donald simpsons samurai ninja pirate pepsi cocacola playboy
hottie sexy fuckyou fuck shit kanker klootzak kurwa dupa
)";

} // namespace

std::string_view common_password_words()
{
    return words;
}

} // namespace rondetafel
