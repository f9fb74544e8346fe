using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Retention;

/// <summary>Who asks gets everything that is theirs, to read and for a program, and nobody else does.</summary>
public sealed class ExportTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    private static readonly ExportPerson Wish = new(Applications.IdNumber, "本人 11 月 24 日书面申请查阅复制");

    [Fact]
    public async Task A_resident_gets_what_they_told_every_paper_and_who_acted()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);
        var hash = office.Services.GetRequiredService<LookupHash>().Of(((IdReading.Valid)ResidentId.Read(Applications.IdNumber, new(2026, 11, 24))).Id);
        await office.Services.GetRequiredService<SharingBook>().WriteAsync([new("l1", Office.Morning, "system", "data-check", journey.CaseId, "vehicles", "traffic", "授权书", ["owner"], hash, "value")]);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyExport, Town.Resident);
        var zip = await OpenAsync(answer);
        var data = JsonNode.Parse(await TextAsync(zip, "data.json"))!;
        var one = data["cases"]![0]!;

        Assert.Equal((Applications.Name, Applications.IdNumber, Applications.Phone), (data["persons"]![0]!["name"]!.ToString(), one["idNumber"]!.ToString(), one["phone"]!.ToString()));
        Assert.Equal("丈夫病逝，上有老人下有两个上学的孩子", one["story"]!.ToString());
        Assert.Contains("名下有汽车", one["folder"]!.ToJsonString(Wire.Json), StringComparison.Ordinal);
        Assert.NotEmpty(one["files"]!.AsArray());
        Assert.All(one["files"]!.AsArray(), file => Assert.NotNull(zip.GetEntry(file!["path"]!.ToString())));
        Assert.Equal("traffic", Assert.Single(data["lookUps"]!.AsArray())!["registry"]!.ToString());
        Assert.NotNull(JsonNode.Parse(await TextAsync(zip, "schema.json"))!["properties"]!["cases"]);
        using var overview = UglyToad.PdfPig.PdfDocument.Open(await BytesAsync(zip, "overview.pdf"));
        Assert.Contains(Applications.IdNumber, string.Concat(overview.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
        Assert.NotNull(zip.GetEntry($"cases/{journey.CaseId}/case.pdf"));
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains(Applications.Name, StringComparison.Ordinal) || entry.FullName.Contains(Applications.IdNumber, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_resident_gets_nothing_of_it()
    {
        await using var office = await Office.OpenAsync(azurite);
        await ErasureTests.RefusedAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Get, Routes.MyExport, Town.OtherResident);
        var text = await TextAsync(await OpenAsync(answer), "data.json");

        Assert.Empty(JsonNode.Parse(text)!["cases"]!.AsArray());
        Assert.DoesNotContain(Applications.IdNumber, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_written_request_the_city_puts_it_together_and_the_person_sees_who_and_why()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await ErasureTests.RefusedAsync(office);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Exports, Town.Reviewer, Wish);
        var data = JsonNode.Parse(await TextAsync(await OpenAsync(answer), "data.json"))!;
        var view = await journey.SeeAsync();

        Assert.Equal(("request", journey.CaseId), (data["for"]!.ToString(), data["cases"]![0]!["caseId"]!.ToString()));
        Assert.Contains(view.Timeline, entry => entry.Kind == "exported" && entry.Note == Wish.Reason && entry.By is { Length: > 0 });
        Assert.DoesNotContain(office.Logs.Lines, line => line.Contains(Applications.IdNumber, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Town.Officer, Applications.IdNumber, "本人书面申请", 403)]
    [InlineData(Town.Chief, Applications.IdNumber, "本人书面申请", 403)]
    [InlineData(Town.Resident, Applications.IdNumber, "本人书面申请", 403)]
    [InlineData(Town.Reviewer, "12345", "本人书面申请", 422)]
    [InlineData(Town.Reviewer, Applications.IdNumber, "要", 422)]
    public async Task Without_a_post_of_the_city_a_number_and_a_reason_nothing_is_put_together(string who, string id, string reason, int status)
    {
        await using var office = await Office.OpenAsync(azurite);

        using var answer = await office.SendAsync(HttpMethod.Post, Routes.Exports, who, new ExportPerson(id, reason));

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }

    private static async Task<ZipArchive> OpenAsync(HttpResponseMessage answer)
    {
        Assert.Equal(("application/zip", HttpStatusCode.OK), (answer.Content.Headers.ContentType?.MediaType, answer.StatusCode));
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<string> TextAsync(ZipArchive zip, string path) => Encoding.UTF8.GetString(await BytesAsync(zip, path));

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string path)
    {
        await using var entry = await zip.GetEntry(path)!.OpenAsync();
        using var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
