using System.Net;
using OneVisit.Contracts;
using OneVisit.Domain.Documents;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;
using SkiaSharp;

namespace OneVisit.Functions.Tests.Uploads;

/// <summary>Files as programs that people use write them: they are taken, and look as before.</summary>
public sealed class RealFilesTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 90)]
    [InlineData(SKEncodedImageFormat.Jpeg, 30)]
    [InlineData(SKEncodedImageFormat.Png, 100)]
    [InlineData(SKEncodedImageFormat.Webp, 80)]
    [InlineData(SKEncodedImageFormat.Webp, 100)]
    public void A_picture_of_a_real_encoder_looks_as_before(SKEncodedImageFormat format, int quality)
    {
        using var drawn = Drawn();
        var file = drawn.Encode(format, quality).ToArray();

        var kept = Assert.IsType<DocumentReading.Accepted>(DocumentReading.Of(file)).Content;

        Assert.Equal(Points(file), Points(kept));
    }

    [Fact]
    public void The_photos_that_other_tests_send_can_be_opened() => Assert.Equal(64, Points(SampleFiles.Photo()).Length);

    [Fact]
    public async Task A_form_that_we_printed_is_taken_when_it_comes_back()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        using var printed = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M05", Town.Resident);
        var body = new ByteArrayContent(await printed.Content.ReadAsByteArrayAsync());
        body.Headers.Add(Headers.Material, "M07");

        using var sent = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/documents", Town.Resident, body);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Created), (printed.StatusCode, sent.StatusCode));
    }

    [Fact]
    public async Task What_residents_sent_leaves_the_office_as_a_file_and_not_as_a_page()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var body = new ByteArrayContent(SampleFiles.Pdf());
        body.Headers.Add(Headers.Material, "M07");
        using var sent = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/documents", Town.Resident, body);

        using var fetched = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/documents/{(await Office.ReadAsync<DocumentView>(sent)).DocumentId}", Town.Agent);

        Assert.Equal(
            ("application/pdf", "attachment", "nosniff"),
            (fetched.Content.Headers.ContentType!.MediaType, fetched.Content.Headers.ContentDisposition!.DispositionType, fetched.Headers.GetValues("X-Content-Type-Options").Single()));
    }

    private static SKBitmap Drawn()
    {
        var bitmap = new SKBitmap(64, 48);
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
                bitmap.SetPixel(x, y, new SKColor((byte)(x * 4), (byte)(y * 5), (byte)(x ^ y)));
        }
        return bitmap;
    }

    private static SKColor[] Points(byte[] file)
    {
        using var bitmap = SKBitmap.Decode(file);
        return bitmap.Pixels;
    }
}
