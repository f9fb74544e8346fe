using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.Tests.Running;
using OneVisit.Storage;
using OneVisit.Support;
using SkiaSharp;

namespace OneVisit.Functions.Tests.Forms;

/// <summary>Forms signed on a screen.</summary>
public sealed class SigningTests(SharedAzurite azurite) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task A_form_drawn_upon_is_a_paper_of_the_case_brought_by_the_resident()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var form = await ReadAsync(office, journey, "M05");

        using var answer = await SignAsync(office, journey, "M05", new(form.ContentHash, Drawing()));
        var paper = await Office.ReadAsync<DocumentView>(answer);
        using var fetched = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/documents/{paper.DocumentId}", Town.Officer);
        var text = FormTests.TextOf(await fetched.Content.ReadAsByteArrayAsync());
        var entry = (await office.Services.GetRequiredService<CaseJournal>().ReadAsync(journey.CaseId)).Entries.Last(entry => entry.Event is DocumentAdded);

        Assert.Equal((HttpStatusCode.Created, "application/pdf"), (answer.StatusCode, paper.ContentType));
        Assert.All(["在屏幕上手写签名", form.Version, form.ContentHash], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Equal((Role.Resident, Town.Resident, form.ContentHash), (entry.Actor.Role, entry.Actor.Participant, ((DocumentAdded)entry.Event).SignedContent));
        Assert.Equal("received", (await journey.SeeAsync()).Materials.Single(material => material.Code == "M05").Status);
    }

    [Fact]
    public async Task Signed_twice_is_signed_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var form = await ReadAsync(office, journey, "M05");

        using var once = await SignAsync(office, journey, "M05", new(form.ContentHash, Drawing()));
        using var twice = await SignAsync(office, journey, "M05", new(form.ContentHash, TypedName: Applications.Name));

        Assert.Equal((await Office.ReadAsync<DocumentView>(once)).DocumentId, (await Office.ReadAsync<DocumentView>(twice)).DocumentId);
        Assert.Single((await journey.SeeAsync()).Materials.Single(material => material.Code == "M05").Documents);
        Assert.NotNull((await ReadAsync(office, journey, "M05")).SignedAt);
    }

    [Fact]
    public async Task Signed_by_two_telephones_at_once_is_signed_once()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var form = await ReadAsync(office, journey, "M04");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignAsync(office, journey, "M04", new(form.ContentHash, Drawing()))));

        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Single((await journey.SeeAsync()).Materials.Single(material => material.Code == "M04").Documents);
    }

    [Fact]
    public async Task Who_cannot_draw_types_the_name_on_the_form()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await SignAsync(office, journey, "M03", new((await ReadAsync(office, journey, "M03")).ContentHash, TypedName: $" {Applications.Name} "));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task The_mandate_is_signed_though_the_list_does_not_ask_for_it_and_stands_in_the_case()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await SignAsync(office, journey, "M14", new((await ReadAsync(office, journey, "M14")).ContentHash, Drawing()));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Single((await journey.SeeAsync()).Materials.Single(material => material.Code == "M14").Documents);
    }

    [Fact]
    public async Task A_mandate_that_was_not_given_is_not_signed()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office, mandate: false);

        using var answer = await SignAsync(office, journey, "M14", new((await ReadAsync(office, journey, "M14")).ContentHash, Drawing()));

        Assert.Equal((HttpStatusCode.Conflict, ProblemCodes.OutOfOrder), (answer.StatusCode, (await Office.ProblemAsync(answer)).Code));
    }

    [Fact]
    public async Task What_changed_since_it_was_read_is_not_signed()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await SignAsync(office, journey, "M05", new("another content", Drawing()));

        Assert.Equal((HttpStatusCode.Conflict, ProblemCodes.FormChanged, "表上的内容刚有变化，请把新的看一遍再签。"), await SaidAsync(answer));
    }

    [Theory]
    [InlineData(Town.OtherResident)]
    [InlineData(Town.Agent)]
    [InlineData(Town.Officer)]
    [InlineData(Town.Chief)]
    public async Task Nobody_signs_for_the_resident(string who)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var form = await ReadAsync(office, journey, "M05");

        using var read = await office.SendAsync(HttpMethod.Get, $"cases/{journey.CaseId}/forms/M05/text", who);
        using var answer = await office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/forms/M05/signature", who, new SignForm(form.ContentHash, Drawing()));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, answer.StatusCode));
    }

    public static TheoryData<string?, string?, string> Bad() => new()
    {
        { null, null, "signature" },
        { "", "", "signature" },
        { Drawing(), Applications.Name, "signature" },
        { null, "张桂花", "typedName" },
        { null, "<script>", "typedName" },
        { "not base64!", null, "picture" },
        { Convert.ToBase64String("%PDF-1.4"u8), null, "picture" },
        { Drawing(ink: false), null, "picture" },
        { Convert.ToBase64String(new byte[41 * 1024]), null, "picture" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_no_signature_is_said_plainly_and_nothing_is_kept(string? picture, string? typed, string field)
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);
        var form = await ReadAsync(office, journey, "M05");

        using var answer = await SignAsync(office, journey, "M05", new(form.ContentHash, picture, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], (await Office.ProblemAsync(answer)).Errors!.Keys);
        Assert.Empty((await journey.SeeAsync()).Materials.SelectMany(material => material.Documents));
    }

    [Fact]
    public async Task More_than_a_signature_can_be_is_turned_away()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        using var answer = await SignAsync(office, journey, "M05", new("x", new string('A', 100_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task The_text_to_sign_holds_what_the_paper_holds()
    {
        await using var office = await Office.OpenAsync(azurite);
        var journey = await Journey.BeginAsync(office);

        var form = await ReadAsync(office, journey, "M05");
        var words = form.Parts.SelectMany(part => part.Rows).SelectMany(row => row).Select(cell => cell.Words).ToArray();

        Assert.Equal(("诚信承诺书", Applications.Name), (form.Title.Words, form.Signer));
        Assert.All([Applications.Name, Applications.IdNumber, "农村低保", "我交的材料都是真的，复印件和原件一样。"], line => Assert.Contains(line, words));
    }

    private static async Task<(HttpStatusCode, string?, string?)> SaidAsync(HttpResponseMessage answer)
    {
        var problem = await Office.ProblemAsync(answer);
        return (answer.StatusCode, problem.Code, problem.Detail);
    }

    private static Task<FormView> ReadAsync(Office office, Journey journey, string material) => office.GetAsync<FormView>($"cases/{journey.CaseId}/forms/{material}/text", Town.Resident);

    private static Task<HttpResponseMessage> SignAsync(Office office, Journey journey, string material, SignForm signature) =>
        office.SendAsync(HttpMethod.Post, $"cases/{journey.CaseId}/forms/{material}/signature", Town.Resident, signature);

    internal static string Drawing(bool ink = true)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(800, 400, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var pen = new SKPaint { StrokeWidth = 6, Style = SKPaintStyle.Stroke, IsAntialias = true };
        canvas.Clear(SKColors.Transparent);
        if (ink)
            canvas.DrawLine(80, 300, 700, 90, pen);
        return Convert.ToBase64String(bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray());
    }
}
