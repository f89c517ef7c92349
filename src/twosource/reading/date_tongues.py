"""In: nothing. Out: months, weekdays and "published" in other languages, as pages put into English keep them."""

import re

#: The months of the year, a row of names a month, in lower case.
_ROWS = (
    (
        "janvier enero janeiro gennaio januar januari jänner styczeń stycznia leden ledna ianuarie ocak января"
        " январь січня"
        " siječnja tammikuuta"
    ),
    (
        "février fevrier febrero fevereiro febbraio februar februari feber luty lutego února februarie şubat"
        " февраля лютого"
        " veljače helmikuuta"
    ),
    "mars marzo março marco märz maerz maart mars marzec marca března martie mart марта березня ožujka maaliskuuta",
    "avril abril aprile april kwiecień kwietnia dubna aprilie nisan апреля квітня travnja huhtikuuta",
    "mai mayo maio maggio mei maj maja května mayıs мая травня svibnja toukokuuta",
    "juin junio junho giugno juni czerwiec czerwca června iunie haziran июня червня lipnja kesäkuuta",
    "juillet julio julho luglio juli lipiec lipca července iulie temmuz июля липня srpnja heinäkuuta",
    "août aout agosto august augustus augusti sierpień sierpnia srpna ağustos августа серпня kolovoza elokuuta",
    (
        "septembre septiembre setiembre setembro settembre september wrzesień września září septembrie eylül сентября"
        " вересня rujna syyskuuta"
    ),
    "octobre octubre outubro ottobre oktober październik października října octombrie ekim октября жовтня lokakuuta",
    "novembre noviembre novembro november listopad listopada listopadu noiembrie kasım ноября marraskuuta",
    (
        "décembre decembre diciembre dezembro dicembre dezember december desember grudzień grudnia prosince decembrie"
        " aralık декабря грудня prosinca joulukuuta"
    ),
)
#: The number of a month by its name in another language.
MONTHS_ABROAD = {name: number for number, row in enumerate(_ROWS, 1) for name in row.split()}
_DAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles miercoles jueves viernes sábado sabado"
    " domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì"
    " sabato domenica montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag maandag dinsdag woensdag"
    " donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag"
    " poniedziałek wtorek środa czwartek piątek sobota niedziela pazartesi salı çarşamba perşembe cuma cumartesi pazar"
    " понедельник вторник среда четверг пятница суббота воскресенье luni marți miercuri joi vineri sâmbătă duminică"
)
WEEKDAY_ABROAD = "|".join(sorted(_DAYS.split(), key=len, reverse=True))
#: What stands before the day of publication, and before that of a change.
PUBLISHED_ABROAD = (
    r"publi[ée]e? le|publicado (?:el|em)|publicada (?:el|em)|veröffentlicht(?: am)?|pubblicato il|gepubliceerd op"
    r"|publicerad|publisert|opublikowano|опубликовано|publicat(?: la)?|yayın(?:lanma)?(?: tarihi)?|erschienen am"
)
UPDATED_ABROAD = (
    r"mis à jour le|actualizado(?: el)?|atualizado(?: em)?|aktualisiert(?: am)?|aggiornato il|uppdaterad|oppdatert"
    r"|zaktualizowano|обновлено|güncelleme|stand"
)
_LITTLE = r"(?:de |del |di |d['’]|of )?"
MONTH_ABROAD = "|".join(sorted((re.escape(name) for name in MONTHS_ABROAD), key=len, reverse=True))
#: "4 de novembro de 2024", "1er août 2025", "3. Oktober 2025".
DAY_ABROAD = (
    rf"(?<![\w/.–-])(?P<day>0?[1-9]|[12]\d|3[01])(?:er|[.ºª°])?\s{_LITTLE}(?P<abroad>{MONTH_ABROAD})\b,?\s{_LITTLE}"
    r"(?P<year>(?:19|20)\d\d)(?!\w)"
)
#: "2025年11月4日", "2025년 11월 4일".
DAY_EAST = (
    r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<number>0?[1-9]|1[0-2])\s?[月월]\s?(?P<day>0?[1-9]|[12]\d|3[01])\s?[日일号]"
)
