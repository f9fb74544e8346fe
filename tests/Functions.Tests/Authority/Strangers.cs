using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OneVisit.Contracts;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Operations;
using OneVisit.Functions.Tests.Running;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>Whoever sits in the household's own conversation without being the household: what they show as a proof is not theirs, not any more, or nobody's.</summary>
internal sealed class Strangers(Office office) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = office.Host.BaseAddress };
    private readonly Dictionary<string, string> expired = [];
    private readonly Dictionary<string, string> foreign = [];

    public async Task PrepareAsync(IReadOnlyList<Scene> scenes)
    {
        var (seal, cabinet) = (office.Services.GetRequiredService<ProofSeal>(), office.Services.GetRequiredService<CaseCabinet>());
        foreach (var scene in scenes)
        {
            var subject = Proven.OfApplication((await cabinet.FindAsync(scene.CaseId, default))!.Current);
            var now = office.Services.GetRequiredService<SessionClock>().Time.GetUtcNow();
            expired[scene.CaseId] = Word(seal, now.AddDays(-1), scene.Owner, subject);
            foreign[scene.CaseId] = Word(seal, now, Town.OtherResident, subject);
            // Theirs, and of now, it opens the case: it is what else is wrong with the others.
            var good = Word(seal, now, scene.Owner, subject);
            using var seen = await SendAsync(HttpMethod.Get, $"cases/{scene.CaseId}", BadProof.None, null, null, good);
            Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        }
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string route, BadProof proof, Scene? scene, object? body, string? shown = null)
    {
        using var request = new HttpRequestMessage(method, Routes.Prefix + route);
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", office.Token(Town.Resident));
        if ((shown ?? (scene is null ? null : WordFor(proof, scene))) is { } word)
            request.Headers.Add(Headers.Proof, word);
        request.Content = body as HttpContent;
        return await http.SendAsync(request);
    }

    public void Dispose() => http.Dispose();

    private string? WordFor(BadProof proof, Scene scene) => proof switch
    {
        BadProof.Forged => $"case-{scene.CaseId}.0.4102444800.k1.c2lnbmVkIGJ5IG5vYm9keQ",
        BadProof.Expired => expired[scene.CaseId],
        BadProof.Foreign => foreign[scene.CaseId],
        _ => null,
    };

    // As the back office itself would have written it.
    private static string Word(ProofSeal seal, DateTimeOffset now, string participant, string subject)
    {
        var http = new DefaultHttpContext();
        new ProofWords(seal, new SessionClock(new MovableClock(now))).Give(http.Request, participant, subject);
        return http.Response.Headers[Headers.Proof].ToString();
    }
}
