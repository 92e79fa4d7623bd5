"""What people say around what they ask for: courtesies, for whom, on which paper, how it goes.

A word that is here alone may stand in a longer phrase elsewhere: “papier” here, “papier
administratif” with a need. Commas between the phrases. Pure.
"""

FILLERS: dict[str, str] = {
    "fr": """
        mais, si, sous, dedans, dehors, quand même, lequel, laquelle, dont, afin, selon, malgré,
        facteur, courrier, poste, doc, docs, carte, cassé, cassée, adapté, adaptée, pile, au bout,
        bout, partir, électronique, azerty, école, écoles, lycée, avion, bagage, minute, minutes,
        euro, euros, directement, asap, ans, recharger, informatique, kwijt, code, codes, ne, rdv
        médecin, médecin, docteur, fermé, fermée, ferme, fermés, vacances, congé, congés, prise,
        prises, électricité, métro, tram, bus, gare, renouveler, appel, appeler, agence,
        distributeur, volé, vole, perdue, bloqué, bloquée, bizarre, tout seul, toute seule, seul,
        seule, maison de quartier, maisons de quartier, centre culturel, centre communautaire,
        local, g, kid, enfant, mon enfant, école de, lundi au vendredi, transférer, numéro,
        téléphonique, dernier, dernière, premier, première, chercher un endroit, près de la, juste
        à côté, pendant, durant, entre, depuis, avant de, sinon, car, parce, comme, chaque, autre,
        autres, plusieurs, quelques, soit, ni, lui, leur, leurs, eux, ça, cela, ceci, celui,
        celle, ceux, même, rien, personne ne, jamais, été, était, serait, aurait, avait, auraient,
        étais, ferai, faites, peuvent, veulent, doivent, pourriez, pourrait, savez, voulais,
        voulons, besoins, nécessaire, truc de, payer, paiement, je, j’ai, moi, tu, il, elle, on,
        nous, vous, y, ai, as, avez, suis, est, sont, êtes, être, avoir, veux, veut, voudrais,
        voudrait, voulez, souhaite, souhaiterais, aimerais, savoir, connaître, prendre, venir,
        voir, demander, dire, donner, oublié, seniors, couleur, tard, perdu, madame, monsieur,
        beaucoup, attendre, si possible, possible, ne marche pas, ne marche plus, marche pas,
        fonctionne pas, cherche, chercher, recherche, trouver, trouve, peux, peut, puis, pourrais,
        pouvez, pouvoir, dois, doit, devoir, faut, faire, fait, fais, aller, vais, besoin,
        comment, où, quand, quel, quelle, quels, quelles, qui, quoi, combien, pourquoi, quelqu’un,
        quelque chose, quelque part, un endroit, endroit, lieu, lieux, adresse, adresses, un
        espace, espace public numérique, espaces publics numériques, EPN, point numérique, s’il
        vous plaît, s’il te plaît, svp, stp, merci, bonjour, bonsoir, salut, allo, avec, sans,
        document, documents, papier, papiers, page, pages, chose, parle, parler, parlent, parlant,
        parlez, langue, en ligne, sur internet, utiliser, utilisation, usage, se servir, servir,
        mon, ma, mes, notre, mini, petit, petite, très, bien, aussi, urgent, rapidement, vite,
        public, publique, numérique, numériques, près, proche, vers, chez, autour, côté,
        alentours, environs, à proximité de, non loin, heure, heures d’ouverture, horaire,
        horaires, ouverture, c’est, est-ce que, il y a, y a-t-il, là, tout, tous, toute, toutes,
        ensemble, personne, gens, nouveau, nouvelle, cette semaine, en semaine, semaine, le plus,
        plus, pas, installer, compte, mettre, ouvrir, créer, bruxellois, habite, habiter,
        habitons, vis, vit, vivre, réside, domicilié, situe, situé, trouvons, ki, koi, kelk,
        kelkun, kelkune, kelqun, quelqun, quelq, quelque, jveux, jcherche, chui, jai, jé, dé, pr,
        ds, avc, qd, cc, slt, bjr, mrc, bonne, journée, coucou, hello, euh, ben, voilà, alors,
        donc, ok, oui, non, ah, hein, genre, juste, arrive, arriver, n’arrive pas, réussis, sais,
        sait, comprends, marche, marcher, fonctionne, fonctionner, envoyer, recevoir, reçu,
        utilise, apporter, amener, rendre, passer, rester, commencer, essayer, proposer, propose,
        proposez, offre, offrir, existe, permet, permettre, accueille, connaissez, conseiller,
        indiquer, montrer, accompagner, gérer, régler, organiser, consulter, vérifier, lire,
        écrire, rédiger, acheter, commander, emprunter, rencontrer, assister, suivre, participer,
        préparer, terminer, finir, possibilité, possibilités, moyen, façon, service, services,
        accès, accéder, disponible, disponibles, disposition, libre, truc, trucs, machin, billet,
        billets, billet de train, ticket, tickets, ticket de train, train, carte d’embarquement,
        embarquement, contrat de bail, bail, devoirs, travail scolaire, école de mon fils,
        feuille, feuilles, fichier, fichiers, dossier PDF, PDF, attestation de travail, recette,
        bon de réduction, étiquette, étiquettes, recto verso, noir et blanc, en couleur, couleurs,
        A4, A3, passeport, diplôme, diplômes, mère, père, maman, papa, fille, fils, mari, femme,
        homme, ami, amie, voisin, voisine, grand-mère, grand-père, parents, famille, bébé, senior,
        aîné, aînés, âgé, âgée, âgées, personnes âgées, adulte, adultes, jeune, jeunes, femmes,
        hommes, étudiant, étudiants, élèves, débutante, réfugié, réfugiés, migrants, horaires
        d’ouverture, jusqu’à quelle heure, à quelle heure, toute la journée, en journée, tous les
        jours, encore, déjà, toujours, parfois, souvent, seulement, surtout, peut-être, vraiment,
        trop, moins, meilleur, meilleure, grand, grande, calme
    """,
    "nl": """
        of, toch, waarom, hoeveel, zodat, hoewel, postbode, post, doc, kaart, kapot, stuk,
        aangepast, lezer, azerty, school, scholen, vliegtuig, minuut, minuten, euro, direct,
        meteen, jaar, jaren, opladen, informatica, kwijt, code, codes, kwijtgeraakt, gesloten,
        dicht, toe, vakantie, verlof, stopcontact, stopcontacten, metro, tram, bus, trein, halte,
        kantoor, bankkantoor, filiaal, dokter, arts, doorsturen, via, raar, rare, geblokkeerd,
        verloren, gestolen, buurthuis, buurtcentrum, wijkcentrum, gemeenschapscentrum, zelf,
        helemaal, kind, mijn kind, eigen, andere, enkele, elk, elke, want, omdat, als, toen,
        terwijl, tijdens, sinds, tussen, hun, haar, hem, ze, hen, dit, zo, zelfde, niets, niks,
        nooit, was, waren, werd, worden, wordt, zou, zouden, had, hadden, mocht, konden, weet,
        wist, vroeg, hulpje, nodig heb, iemand om, zelfs, laatste, eerste, hier en daar, ergens
        anders, betalen, betaling, niet, kleur, laat, senioren, ik, mij, me, je, jij, u, hij, zij,
        we, wij, jullie, er, ben, bent, zijn, heb, hebt, heeft, hebben, wil, wilt, willen, wou,
        zoek, zoeken, zoekt, vind, vinden, kan, kunt, kunnen, moet, moeten, mag, doen, gaan, ga,
        nodig, hoe, waar, wanneer, welke, welk, wie, wat, iemand, iets, ergens, plaats, plek,
        plekken, adres, een ruimte, openbare computerruimte, openbare computerruimten, OCR,
        alstublieft, alsjeblieft, aub, dank, bedankt, hallo, dag, goeiedag, goedendag, zonder,
        document, documenten, papier, pagina, spreekt, spreken, sprekend, praat, taal, online, op
        internet, gebruiken, gebruik, gebruikt, mijn, ons, onze, heel, goed, ook, dringend, snel,
        openbaar, openbare, publiek, digitaal, digitale, nabij, rond, omgeving, uren,
        openingsuren, uur, opening, daar, alle, alles, mensen, persoon, nieuw, nieuwe, deze week,
        week, beetje, graag, maken, installeren, weten, komen, zien, vragen, werkt niet, werkt
        niet meer, vergeten, in de buurt van, dicht bij, dichtbij de, woon, woont, wonen,
        verblijf, verblijft, leef, leven, kom van, lukt, lukt niet, snap, begrijp, doe, doet,
        gedaan, laten, krijgen, gekregen, kreeg, sturen, verzenden, ontvangen, schrijven, lezen,
        kopen, bestellen, lenen, volgen, beginnen, starten, proberen, aanbieden, biedt, aanbiedt,
        bestaat, tonen, geven, zeggen, brengen, meenemen, regelen, nakijken, bekijken, opzoeken,
        zet, zetten, aanmaken, aangemaakt, opmaken, mogelijk, mogelijkheid, manier, dienst,
        diensten, beschikbaar, toegang, terecht, vrij, ding, dingen, dingetje, ff, effe, even,
        eens, dan, dus, nog, al, maar, ja, nee, ok, oké, misschien, soms, altijd, enkel, alleen,
        vooral, liefst, best, echt, te, veel, minder, groot, klein, rustig, goedemiddag,
        goedemorgen, hoi, hey, dankjewel, dank u, dank u wel, mvg, groetjes, treinticket,
        treinkaartje, ticket, tickets, vliegtuigticket, instapkaart, boardingpass, huurcontract,
        huiswerk, schoolwerk, taak, taken, blad, bladen, bestand, bestanden, pdf, recept, bon,
        bonnetje, etiket, affiche, zwart wit, in kleur, kleuren, A4, A3, paspoort, diploma, brief,
        moeder, vader, mama, papa, dochter, zoon, man, vrouw, vriend, vriendin, buur, buurman,
        buurvrouw, oma, opa, ouders, familie, senior, ouderen, oudere, ouder, volwassenen,
        jongeren, studenten, student, leerlingen, vluchtelingen, nieuwkomers, tot hoe laat, hoe
        laat, de hele dag, overdag, elke dag, alle dagen, in de week
    """,
    "en": """
        but, if, or, whether, again, either, postman, post, doc, docs, card, broken, adapted,
        flight, reader, electronic, school, schools, minute, minutes, euro, asap, dozen, community
        centre, community center, neighbourhood centre, years, year old, charge, charging, lab,
        shop, store, code, codes, commune, town hall, apply, applying, welfare, closed, close
        down, holiday, holidays, vacation, plug, plugs, socket, sockets, metro, tram, bus, train,
        branch, agency, atm, was, were, been, being, about, everything, every, weird, strange,
        stolen, blocked, locked, kid, my kid, child, my child, alone, own, other, others, few,
        each, because, since, while, during, between, their, her, his, him, them, these, those,
        same, nothing, never, ever, will, shall, may, might, did, done, doing, said, says, knows,
        knew, wanted, needed, last, first, then, than, even, though, neighbourhood doctor, now
        that, forward, move, text, pay, paying, not, colour, color, late, seniors, i, i’m, me,
        you, he, she, we, they, there, am, are, be, have, has, had, do, does, want, wants, need,
        needs, would, like, could, can, must, should, look, looking, search, searching, find, get,
        go, going, how, where, when, which, who, what, somebody, someone, something, somewhere,
        anywhere, place, places, a place, address, a space, digital public space, digital public
        spaces, please, thanks, thank, hello, hi, without, document, documents, paper, page,
        pages, speaks, speak, speaking, spoken, talks, talk, language, online, on the internet,
        use, using, used, some, any, our, very, well, also, urgent, urgently, quickly, fast,
        public, digital, near, close, around, next, hours, opening hours, hour, opening, all,
        people, person, new, this week, week, make, let, give, tell, show, install, account, know,
        come, see, ask, forgot, forgotten, lost, not working, does not work, doesn’t work, work
        on, doesnt work, live, lives, living, stay, staying, based, located, im, ive, id, dont,
        cant, wanna, gonna, pls, plz, thx, hey, hiya, ok, okay, yes, no, so, just, only, too,
        still, already, maybe, really, much, more, less, best, good, nice, big, small, quiet, get
        my, send, sending, receive, received, got, write, writing, read, reading, buy, order,
        borrow, follow, start, try, trying, offer, offers, offered, exist, exists, take, bring,
        access, available, possible, possibility, way, service, services, thing, things, stuff,
        manage, check, set up, setup, create, open an account, accounts, understand, train ticket,
        plane ticket, ticket, tickets, boarding pass, boarding, pass, lease, rental contract,
        homework, school work, sheet, sheets, file, files, pdf, recipe, voucher, label, labels,
        black and white, in colour, in color, A4, A3, passport, diploma, letter, mother, father,
        mum, mom, dad, daughter, son, husband, wife, friend, neighbour, neighbor, grandmother,
        grandfather, grandma, grandpa, parents, family, senior, elderly, older people, old,
        adults, young, women, men, students, student, refugees, newcomers, until what time, what
        time, all day, every day, during the day, weekdays
    """,
    "ar": """
        لكن, ولكن, إذا, اذا, ثم, أجد, اجد, الطائرة, طائرة, مكسور, دقيقة, يورو, بطاقات, قارئ, سنة,
        سنوات, رمز, كود, شحن, محتاجين, الكتروني, إلكتروني, هو, هي, هم, فيه, فيها, به, بها, لشخص,
        انشاء, إنشاء, افتح, فتح, ارسال, إرسال, المدرسة, مدرسة, البلدية, بلدية, مركز, مركز الحي,
        مغلق, عطلة, العطلة, مترو, طبيب, دكتور, كان, كانت, يكون, عليه, عليها, لدي, لديك, لديكم,
        منه, منها, بعض, آخر, أخرى, لأن, خلال, بين, منذ, نفس, أبدا, سوف, قد, لقد, كم, لماذا, ليه,
        علشان, عشان, جديد, جديدة, استعمل, استخدم, أستخدم, اشتغل, تشغيل, حل, طريق, محل, قاعة, دفع,
        أنا, أريد, اريد, ابغى, بدي, أحتاج, احتاج, أبحث, ابحث, أين, اين, وين, كيف, متى, ما, ماذا,
        هل, يوجد, هناك, شخص, أحد, مكان, أماكن, عنوان, من فضلك, لو سمحت, شكرا, مرحبا, السلام,
        عليكم, يتكلم, يتحدث, تتكلم, الذي, التي, لغة, باللغة, استخدام, استعمال, بالقرب من, قرب,
        جانب, بجانب, وثيقة, مستند, ورقة, ساعات العمل, كل, لي, لكي, ممكن, عندي, عند, أن, يمكنني,
        يوم, نسيت, أسكن, اسكن, ساكن, ساكنة, أعيش, اعيش, نعيش, أقيم, موجود, موجودة, متواجد, أستطيع,
        استطيع, أقدر, اقدر, يمكن, ينبغي, يجب, أود, اود, نريد, نحتاج, محتاج, محتاجة, بغيت, عايز,
        عاوز, حاب, حابب, حابة, ودي, لازم, فين, فاين, شو, ايش, واش, كيفاش, منين, لا يعمل, لا تعمل,
        لا يشتغل, معطل, لا أعرف, لا اعرف, أعرف, لا أستطيع, فهم, شيء, شي, أشياء, حاجة, خدمة, خدمات,
        متاح, متوفر, توفر, وجود, طريقة, بيت, بيتي, منزل, منزلي, حي, منطقة, شارع, تذكرة, تذاكر,
        تذكرة القطار, ورق, ملف, ملفات, واجبات, واجب, جواز السفر, جواز, بطاقة, رسالة, ملون,
        بالألوان, أبيض وأسود, أمي, أبي, ابني, ابنتي, زوجي, زوجتي, صديق, صديقي, جارتي, جاري,
        أولادي, طفل, كبار السن, المسنين, نساء, للنساء, شباب, طلاب, لاجئين, جدا, كثيرا, قليلا,
        أيضا, ايضا, فقط, الرجاء, رجاء, مع, حتى, كذلك, اي, أي, ساعة, وقت, أفضل, جيد, صغير, كبير,
        فضلكم, أهلا, صباح الخير, مساء الخير, تحياتي, شكرا جزيلا
    """,
}
