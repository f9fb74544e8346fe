using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using OneVisit.Support;

namespace OneVisit.Catalogue.Tests.Versions;

/// <summary>What somebody may hand in as a catalogue, and what not.</summary>
public sealed class CataloguePackageTests
{
    private static readonly byte[] BuiltIn = CataloguePackage.BuiltIn().ToZip();

    [Fact]
    public void A_catalogue_that_was_packed_and_unpacked_is_the_same_version() =>
        Assert.Equal(CataloguePackage.BuiltIn().Version, CataloguePackage.OfZip(BuiltIn).Version);

    [Fact]
    public void A_changed_number_is_another_version() => Assert.NotEqual(
        CataloguePackage.BuiltIn().Version, CataloguePackage.OfZip(AlteredZip.With(BuiltIn, "parameters.yaml", "value: 730", "value: 731")).Version);

    [Fact]
    public void Ends_of_lines_as_another_system_writes_them_make_no_new_version()
    {
        var files = CataloguePackage.BuiltIn().Files.Select(file => (file.Key, file.Value.ReplaceLineEndings("\r\n")));

        Assert.Equal(CataloguePackage.BuiltIn().Version, CataloguePackage.OfZip(AlteredZip.Of(files)).Version);
    }

    [Fact]
    public void A_folder_that_was_packed_as_a_whole_is_the_catalogue_in_it()
    {
        var files = CataloguePackage.BuiltIn().Files.Select(file => ("City/" + file.Key, file.Value)).Append(("City/service.schema.json", "{}")).Append(("City/.DS_Store", "x"));

        Assert.Equal(CataloguePackage.BuiltIn().Version, CataloguePackage.OfZip(AlteredZip.Of(files)).Version);
    }

    [Fact]
    public void The_built_in_catalogue_is_taken() => Assert.IsType<CatalogueReading.Good>(CityCatalogue.Read(CataloguePackage.OfZip(BuiltIn)));

    [Theory]
    [InlineData("../acts.yaml")]
    [InlineData("services/../../acts.yaml")]
    [InlineData("/etc/acts.yaml")]
    [InlineData("C:\\acts.yaml")]
    [InlineData("services\\D1.2.yaml")]
    [InlineData("services/事项.yaml")]
    [InlineData("services/\0.yaml")]
    public void A_path_that_is_a_trick_is_refused(string path) =>
        Assert.Contains(CataloguePackage.OfZip(AlteredZip.Of((path, "a: b"))).Faults, fault => fault.Kind is FaultKind.WrongPath or FaultKind.Unreadable);

    [Fact]
    public void The_same_path_twice_is_refused() =>
        Assert.Contains(CataloguePackage.OfZip(AlteredZip.Of(("acts.yaml", "a: b"), ("Acts.yaml", "a: c"))).Faults, fault => fault.Kind == FaultKind.WrongPath);

    [Fact]
    public void What_is_no_zip_is_refused() => Assert.Contains(CataloguePackage.OfZip("acts: []"u8.ToArray()).Faults, fault => fault.Kind == FaultKind.Unreadable);

    [Fact]
    public void A_zip_cut_in_half_is_refused() => Assert.NotEmpty(CataloguePackage.OfZip(BuiltIn[..(BuiltIn.Length / 2)]).Faults);

    [Fact]
    public void A_zip_with_bytes_turned_over_is_never_taken_for_the_catalogue_it_was()
    {
        for (var at = 40; at < BuiltIn.Length; at += 997)
        {
            var broken = BuiltIn.ToArray();
            broken[at] ^= 0xff;
            var package = CataloguePackage.OfZip(broken);
            // A turned time stamp leaves the content as it is; everything else is noticed.
            Assert.True(!package.Faults.IsEmpty || package.Version != CataloguePackage.BuiltIn().Version || package.Files.SequenceEqual(CataloguePackage.BuiltIn().Files), $"{at}");
        }
    }

    [Fact]
    public void Text_that_is_no_utf8_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = archive.CreateEntry("acts.yaml").Open())
            writer.Write(Encoding.Latin1.GetBytes("a: \u00e9"));

        Assert.Contains(CataloguePackage.OfZip(bytes.ToArray()).Faults, fault => fault is { Kind: FaultKind.Unreadable, File: "acts.yaml" });
    }

    [Fact]
    public void A_zip_that_swells_to_a_hundred_megabytes_is_refused_at_the_bound()
    {
        var bomb = AlteredZip.Of(Enumerable.Range(0, 10).Select(number => ($"services/{number}.yaml", new string(' ', 10 * 1024 * 1024))));

        var faults = CataloguePackage.OfZip(bomb).Faults;

        Assert.Equal(10, faults.Count(fault => fault.Kind == FaultKind.TooLarge));
    }

    [Fact]
    public void Many_files_that_are_too_much_together_are_refused() => Assert.Contains(
        CataloguePackage.OfZip(AlteredZip.Of(Enumerable.Range(0, 10).Select(number => ($"services/{number}.yaml", new string(' ', 500 * 1024))))).Faults,
        fault => fault.Kind == FaultKind.TooLarge);

    [Fact]
    public void A_thousand_files_are_refused() => Assert.Contains(
        CataloguePackage.OfZip(AlteredZip.Of(Enumerable.Range(0, 1000).Select(number => ($"services/{number}.yaml", "a: b")))).Faults, fault => fault.Kind == FaultKind.TooLarge);

    [Fact]
    public void References_within_a_file_that_would_swell_to_billions_of_stages_are_refused()
    {
        var lines = string.Concat(Enumerable.Range(1, 9).Select(level => $"l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 9))}]\n"));
        var faults = AlteredCatalogue.WithFile("services/D99.1.yaml", "l0: &l0 [a, a]\n" + lines);

        Assert.Contains(faults, fault => fault is { Kind: FaultKind.Unreadable, File: "services/D99.1.yaml", Line: 2 });
    }

    [Fact]
    public void A_limit_of_two_billion_days_is_refused() => Assert.Contains(
        AlteredCatalogue.With(AlteredCatalogue.Service, "total_working_days: 20", "total_working_days: 2000000000"), fault => fault.Kind == FaultKind.WrongLimits);
}
