using System.Globalization;
using System.IO.Compression;
using System.Text;
using OneVisit.Catalogue;

namespace OneVisit.Local.Year.World;

/// <summary>
/// The catalogue of the year: the one built in, with three villages for every point, and from December on with holidays of the next year, which are
/// invented. It is handed in like any other version.
/// </summary>
internal static class YearCatalogue
{
    private const string Places = "places.yaml";

    /// <param name="holidaysOf">A year whose holidays are out as well; <c>null</c>: none beyond those built in.</param>
    public static CataloguePackage With(IReadOnlyList<ServicePoint> points, CityCatalogue builtIn, int? holidaysOf = null)
    {
        using var bytes = new MemoryStream();
        bytes.Write(CataloguePackage.BuiltIn().ToZip());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var text = Read(zip.GetEntry(Places)!);
            zip.GetEntry(Places)!.Delete();
            Write(zip, Places, text.TrimEnd('\n') + "\n" + string.Concat(New(points, builtIn)));
            if (holidaysOf is { } year)
                Write(zip, $"calendars/{Number(year)}.yaml", Holidays(year));
        }
        return CataloguePackage.OfZip(bytes.ToArray());
    }

    // Three days in January, and seven each in May and October: nobody knows yet what the State Council will say.
    private static string Holidays(int year)
    {
        (DateOnly From, DateOnly To)[] holidays =
            [(new(year, 1, 1), new(year, 1, 3)), (new(year, 5, 1), new(year, 5, 7)), (new(year, 10, 1), new(year, 10, 7))];
        var working = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays)
            .Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Any(off => off.From <= day && day <= off.To));
        return $"year: {Number(year)}\nsource_status: demo\nworking_days: {Number(working)}\nholidays:\n"
            + string.Concat(holidays.Select(off => $"  - {off.From:yyyy-MM-dd} .. {off.To:yyyy-MM-dd}\n")) + "make_up_days: []\n";
    }

    private static void Write(ZipArchive zip, string path, string text)
    {
        using var file = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.Write(text);
    }

    // The list of villages is the last one of the file.
    private static IEnumerable<string> New(IReadOnlyList<ServicePoint> points, CityCatalogue builtIn) =>
        from point in points
        from code in point.Villages
        where builtIn.Places.Village(code) is null
        let name = (Zh: $"示范{Number(code)}村", En: $"Model Village {Number(code)}")
        select $"  - code: \"{code}\"\n    name: {{ zh: {name.Zh}, en: {name.En} }}\n    source_status: demo\n";

    private static string Number(string village) => Number(int.Parse(village[^6..], CultureInfo.InvariantCulture));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
