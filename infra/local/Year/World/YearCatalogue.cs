using System.Globalization;
using System.IO.Compression;
using System.Text;
using OneVisit.Catalogue;

namespace OneVisit.Local.Year.World;

/// <summary>The catalogue of the year: the one built in, with three villages for every point. It is handed in like any other version.</summary>
internal static class YearCatalogue
{
    private const string Places = "places.yaml";

    public static CataloguePackage With(IReadOnlyList<ServicePoint> points, CityCatalogue builtIn)
    {
        using var bytes = new MemoryStream();
        bytes.Write(CataloguePackage.BuiltIn().ToZip());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var text = Read(zip.GetEntry(Places)!);
            zip.GetEntry(Places)!.Delete();
            using var file = new StreamWriter(zip.CreateEntry(Places).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            file.Write(text.TrimEnd('\n') + "\n" + string.Concat(New(points, builtIn)));
        }
        return CataloguePackage.OfZip(bytes.ToArray());
    }

    // The list of villages is the last one of the file.
    private static IEnumerable<string> New(IReadOnlyList<ServicePoint> points, CityCatalogue builtIn) =>
        from point in points
        from code in point.Villages
        where builtIn.Places.Village(code) is null
        let name = (Zh: $"示范{Number(code)}村", En: $"Model Village {Number(code)}")
        select $"  - code: \"{code}\"\n    name: {{ zh: {name.Zh}, en: {name.En} }}\n    source_status: demo\n";

    private static string Number(string village) => int.Parse(village[^6..], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
