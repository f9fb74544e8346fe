using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OneVisit.Local.DirectLine.Tests.City;

namespace OneVisit.Local.DirectLine.Tests;

/// <summary>Photos and papers.</summary>
public sealed class Uploading
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];

    [Fact]
    public async Task The_bot_can_read_what_Web_Chat_uploads_with_its_activity()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var form = AsWebChat(("户口本.png", "image/png", Png), ("b.pdf", "application/pdf", "%PDF-1.7"u8.ToArray()));
        await page.UploadAsync(form);
        Assert.Contains("2 files, first 7 bytes", (await page.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task A_single_file_without_any_form_is_a_message_of_its_own()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var file = new ByteArrayContent(Png) { Headers = { ContentType = new("image/png"), ContentDisposition = new("attachment") { FileName = "a.png" } } };
        await page.UploadAsync(file);
        Assert.Contains("1 files, first 7 bytes", (await page.HistoryAsync()).Texts);
    }

    [Fact]
    public async Task The_file_keeps_its_Chinese_name()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var form = AsWebChat(("户口本.png", "image/png", Png));
        await page.UploadAsync(form);
        Assert.Equal("户口本.png", (await SentAttachmentAsync(page)).GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_echo_keeps_the_thumbnail_and_the_client_id_of_the_page()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var form = AsWebChat(("a.png", "image/png", Png));
        await page.UploadAsync(form);
        Assert.Equal("data:image/jpeg;base64,AA==", (await SentAttachmentAsync(page)).GetProperty("thumbnailUrl").GetString());
    }

    [Fact]
    public async Task A_link_is_good_for_half_an_hour()
    {
        await using var city = await LocalCity.StartAsync();
        var link = await LinkAsync(city);
        city.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Forbidden, (await city.Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_file_is_gone_after_a_day()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var form = AsWebChat(("a.png", "image/png", Png));
        await page.UploadAsync(form);
        city.Clock.Advance(TimeSpan.FromHours(24));
        var link = (await SentAttachmentAsync(page with { Token = LocalCity.Secret })).GetProperty("contentUrl").GetString();
        Assert.Equal(HttpStatusCode.NotFound, (await city.Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Of_a_file_that_is_gone_no_bytes_are_kept()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var first = Saying("message");
        using var second = Saying("message");
        await page.UploadAsync(first);
        city.Clock.Advance(TimeSpan.FromHours(24));
        await (await city.OpenPageAsync()).UploadAsync(second);
        Assert.Equal(1, city.Kept("attachments"));
    }

    [Fact]
    public async Task History_gives_a_fresh_link_each_time()
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var form = AsWebChat(("a.png", "image/png", Png));
        await page.UploadAsync(form);
        city.Clock.Advance(TimeSpan.FromMinutes(29));
        var link = (await SentAttachmentAsync(page)).GetProperty("contentUrl").GetString();
        city.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(Png, await city.Http.GetByteArrayAsync(link));
    }

    [Fact]
    public async Task A_link_that_was_tampered_with_opens_nothing()
    {
        await using var city = await LocalCity.StartAsync();
        var link = await LinkAsync(city);
        Assert.Equal(HttpStatusCode.Forbidden, (await city.Http.GetAsync(link.Replace("until=", "until=9"))).StatusCode);
    }

    [Theory]
    [InlineData("text/html", "attachment")]
    [InlineData("image/svg+xml", "attachment")]
    [InlineData("image/png", null)]
    public async Task Only_plain_pictures_are_shown_by_the_browser(string type, string? disposition)
    {
        await using var city = await LocalCity.StartAsync();
        using var response = await city.Http.GetAsync(await LinkAsync(city, type));
        Assert.Equal(disposition, response.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Theory]
    [InlineData((12 * 1024 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(10 * 1024 * 1024, HttpStatusCode.OK)]
    public async Task An_upload_may_have_twelve_megabytes(int size, HttpStatusCode expected)
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var file = new ByteArrayContent(new byte[size]) { Headers = { ContentType = new("image/png") } };
        Assert.Equal(expected, (await page.UploadAsync(file)).Status);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "not a form")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"activity\"\r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("image/png", "")]
    public async Task An_upload_without_a_file_is_400(string type, string body)
    {
        await using var city = await LocalCity.StartAsync();
        var page = await city.OpenPageAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.UploadAsync(content)).Status);
    }

    [Theory]
    [InlineData("dl_zhang", null, HttpStatusCode.BadRequest)]
    [InlineData("dl_zhang", "conversationUpdate", HttpStatusCode.BadRequest)]
    public async Task Of_a_refused_upload_nothing_is_kept(string user, string? type, HttpStatusCode refusal)
    {
        await using var city = await LocalCity.StartAsync();
        using var form = Saying(type);
        var answer = await (await city.OpenPageAsync()).UploadAsync(form, user);
        Assert.Equal((refusal, 0), (answer.Status, city.Kept("attachments")));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("dl_zhang", HttpStatusCode.Forbidden)]
    public async Task Of_an_upload_by_nobody_in_particular_nothing_is_kept(string claimed, HttpStatusCode refusal)
    {
        await using var city = await LocalCity.StartAsync();
        using var form = Saying("message");
        var page = await Page.StartAsync(city, (await city.GenerateAsync()).Text("token"));
        Assert.Equal((refusal, 0), ((await page.UploadAsync(form, claimed)).Status, city.Kept("attachments")));
    }

    [Fact]
    public async Task The_count_of_files_kept_would_find_one()
    {
        await using var city = await LocalCity.StartAsync();
        using var form = Saying("message");
        await (await city.OpenPageAsync()).UploadAsync(form);
        Assert.Equal(1, city.Kept("attachments"));
    }

    private static MultipartFormDataContent Saying(string? type) => new()
    {
        { new StringContent(JsonSerializer.Serialize(new { type })), "activity", "blob" },
        { new ByteArrayContent(Png), "file", "a.png" },
    };

    private static async Task<string> LinkAsync(LocalCity city, string type = "image/png")
    {
        var page = await city.OpenPageAsync();
        using var form = AsWebChat(("a.bin", type, Png));
        await page.UploadAsync(form);
        return (await SentAttachmentAsync(page)).GetProperty("contentUrl").GetString()!;
    }

    private static async Task<System.Text.Json.JsonElement> SentAttachmentAsync(Page page) =>
        (await page.HistoryAsync()).Activities.Last(activity => activity.TryGetProperty("attachments", out var list) && list.GetArrayLength() > 0).GetProperty("attachments")[0];

    // The shape of botframework-directlinejs: the activity names its attachments without content, the parts follow.
    private static MultipartFormDataContent AsWebChat(params (string Name, string Type, byte[] Bytes)[] files)
    {
        var listed = string.Join(",", files.Select(file => $$"""{"name":"{{file.Name}}","contentType":"{{file.Type}}","thumbnailUrl":"data:image/jpeg;base64,AA=="}"""));
        var activity = new StringContent($$"""{"type":"message","from":{"id":"dl_zhang"},"channelData":{"clientActivityID":"c1"},"attachments":[{{listed}}]}""");
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        var form = new MultipartFormDataContent { { activity, "activity", "blob" } };
        foreach (var file in files) form.Add(new ByteArrayContent(file.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(file.Type) } }, "file", file.Name);
        return form;
    }
}
