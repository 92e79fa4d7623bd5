"""Towns and countries outside the Region: their names are no typing errors of ours.

A place of the Region that bears such a name is found all the same (the stop “Londres”), but
“Tournai” is not the stop “Tournoi”, and “Waterloo” not the stop “Waterloo Wilson”.
"""

from spaces.gazetteer.spelling import content, words

_NAMES = """
    Aalst, Aarlen, Aarschot, Alost, Alsemberg, Antwerpen, Anvers, Arlon, Asse, Ath, Bastogne,
    Beersel, Bergen, Beveren, Binche, Braine-l'Alleud, Braine-le-Comte, Bruges, Brugge, Charleroi,
    Chimay, Ciney, Courtrai, Deinze, Dendermonde, Diegem, Diest, Dilbeek, Dinant, Doornik,
    Drogenbos, Durbuy, Eupen, Gand, Geel, Gembloux, Genk, Gent, Genval, Grimbergen, Hal, Halle,
    Hasselt, Hoeilaart, Huy, Ieper, Knokke, Kortrijk, Kraainem, La Hulpe, La Louvière, Lasne,
    Leuven, Liège, Lier, Linkebeek, Lokeren, Louvain, Louvain-la-Neuve, Luik, Machelen, Malines,
    Marche, Mechelen, Meise, Mol, Mons, Mouscron, Namen, Namur, Ninove, Nivelles, Oostende,
    Ostende, Ottignies, Oudenaarde, Overijse, Rixensart, Roeselare, Ronse, Ruisbroek, Seraing,
    Sint-Niklaas, Soignies, Spa, Ternat, Tervuren, Tielt, Tienen, Torhout, Tournai, Tubize,
    Turnhout, Verviers, Veurne, Vilvoorde, Vilvorde, Waregem, Waterloo, Waver, Wavre, Wemmel,
    Wezembeek-Oppem, Ypres, Zaventem, Zelzate, Zellik,
    Aachen, Alger, Algérie, Amsterdam, Ankara, Barcelona, Belgique, Belgium, België, Berlin, Bern,
    Bonn, Bordeaux, Calais, Casablanca, Cologne, Congo, Dakar, Damas, Europe, Europa, Flandre,
    France, Frankfurt, Genève, Istanbul, Kinshasa, Köln, Le Caire, Lille, Lisboa, Lisbonne,
    London, Londres, Luxembourg, Lyon, Madrid, Maroc, Marseille, Milan, Moscou, München, Nador,
    Nantes, New York, Nice, Oran, Oslo, Paris, Porto, Rabat, Reims, Rome, Rotterdam, Strasbourg,
    Tanger, Toulouse, Tunis, Tunisie, Turquie, Utrecht, Vienne, Vlaanderen, Wallonie, Wien
"""

_CONTENTS = frozenset(content(words(name)) for name in _NAMES.split(","))


def is_elsewhere(contents: tuple[str, ...]) -> bool:
    """Tell whether the words, links left out, name a town or country outside the Region."""
    return contents in _CONTENTS
