using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using OneVisit.Contracts;

namespace OneVisit.EndToEnd.Tests;

/// <summary>Forms from the card of the chat to the paper in the case, over real HTTP.</summary>
public sealed class SigningTests(City city) : IClassFixture<City>
{
    private readonly HttpClient _browser = new() { DefaultRequestHeaders = { { "X-OneVisit-Page", "1" } } };

    [Fact]
    public async Task A_resident_signs_from_the_card_and_the_paper_is_in_the_case_once()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        var caseId = await resident.FileAsync();
        await resident.SayAsync("我的办件");
        var page = LinkOf(resident, "在屏幕上签", "诚信承诺书");

        using var shown = await _browser.GetAsync(page);
        var form = (await _browser.GetFromJsonAsync<FormView>(new Uri(page, "text"), Wire.Json))!;
        using var once = await SignAsync(page, new SignForm(form.ContentHash, TypedName: Resident.Name));
        using var twice = await SignAsync(page, new SignForm(form.ContentHash, TypedName: Resident.Name));
        var paper = (await once.Content.ReadFromJsonAsync<DocumentView>(Wire.Json))!;
        using var copy = await _browser.GetAsync(new Uri(page, $"signed/{paper.DocumentId}"));
        var view = await city.ReadAsync<CaseView>($"cases/{caseId}", city.ResidentOf(resident.Chat));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (shown.StatusCode, once.StatusCode, twice.StatusCode));
        Assert.Equal("application/pdf", copy.Content.Headers.ContentType!.MediaType);
        Assert.Equal(paper.DocumentId, Assert.Single(Assert.Single(view.Materials, material => material.Code == "M05").Documents).DocumentId);
    }

    [Fact]
    public async Task A_resident_prints_the_forms_from_the_summary_and_from_the_case()
    {
        using var resident = await Resident.OpenAsync(city.PublicUrl);
        await resident.ToSummaryAsync();
        using var draft = await _browser.GetAsync(LinkOf(resident, "申请表", ""));
        await resident.SubmitAsync();
        await resident.SayAsync("我的办件");
        using var mandate = await _browser.GetAsync(LinkOf(resident, "打印", "委托书"));

        Assert.All((HttpResponseMessage[])[draft, mandate], answer => Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Staff_print_a_form_with_their_own_session_only()
    {
        using var journey = await Journey.BeginAsync(city);

        using var stranger = await _browser.GetAsync(new Uri(city.PublicUrl, $"staff/papers/{journey.CaseId}/forms/M03"));

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    /// <summary>The latest link of that name on a line about a material.</summary>
    private static Uri LinkOf(Resident resident, string name, string material)
    {
        var lines = resident.Chat.Heard.SelectMany(Cards.Of).SelectMany(card => Cards.Words(card)).SelectMany(words => words.Split('\n'));
        var line = lines.Last(line => line.Contains(material, StringComparison.Ordinal) && line.Contains($"[{name}](", StringComparison.Ordinal));
        return new Uri(Regex.Match(line, $@"\[{name}\]\(([^)]+)\)").Groups[1].Value);
    }

    private Task<HttpResponseMessage> SignAsync(Uri page, SignForm signature) => _browser.PostAsJsonAsync(new Uri(page, "signature"), signature, Wire.Json);
}
