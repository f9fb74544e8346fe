using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OneVisit.Contracts;
using OneVisit.Domain.Identity;
using OneVisit.Local.Host;
using OneVisit.Local.Year.World;

namespace OneVisit.EndToEnd.Tests;

/// <summary>
/// A whole city for the tests of one class: real Azurite, real HTTP, free ports, a folder of its own. It opens on a Tuesday morning. Where one runs
/// <see cref="Elsewhere"/>, that is the city, as it is and on today's date.
/// </summary>
public sealed class City : IAsyncLifetime
{
    /// <summary>Tuesday, 24 November 2026, nine o'clock in Beijing.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onevisit-city-");
    private readonly HttpClient _http = new(new ProofKeeper());

    /// <summary>Only of a city of our own.</summary>
    public LocalCity Local { get => field ?? throw new InvalidOperationException("The city runs elsewhere."); private set; }

    public Uri PublicUrl => Elsewhere.City?.Bot ?? Local.PublicUrl;

    public Uri BackOfficeUrl => Elsewhere.City?.Functions ?? Local.BackOfficeUrl;

    public string Data => _folder.FullName;

    /// <summary>What its clock shows at the start.</summary>
    public DateTimeOffset Opening { get; init; } = Morning;

    /// <summary>Hand in the directory of the whole city while it runs, see <see cref="CityOptions.WholeDirectory"/>.</summary>
    public bool WholeDirectory { get; init; }

    public async Task InitializeAsync()
    {
        _http.DefaultRequestHeaders.Add("X-OneVisit-Page", "1");
        if (Elsewhere.City is not null) return;
        SetClock(Data, Opening);
        Local = await LocalCity.StartAsync(
            new CityOptions { Port = 0, BackOfficePort = 0, BlobPort = 0, QueuePort = 0, TablePort = 0, Data = Data, WholeDirectory = WholeDirectory }, Console.WriteLine);
    }

    /// <summary>Leaves a folder in which a city finds its clock set; to <see cref="Morning"/> unless told otherwise.</summary>
    public static void SetClock(string folder, DateTimeOffset? to = null)
    {
        File.WriteAllText(Path.Combine(folder, "onevisit.mark"), "");
        File.WriteAllText(Path.Combine(folder, "clock"), ((to ?? Morning) - TimeProvider.System.GetUtcNow()).ToString("c", CultureInfo.InvariantCulture));
    }

    /// <summary>Moves the demo clock, as its page does, and waits until the city has caught up.</summary>
    public async Task MoveClockAsync(DateTimeOffset to)
    {
        using var moved = await _http.PostAsJsonAsync(new Uri(Local.PublicUrl, "demo/clock"), new { to = to.ToString("O", CultureInfo.InvariantCulture) });
        Assert.True((await moved.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["moved"]!.GetValue<bool>());
    }

    /// <summary>Waits until the processes of all cases have nothing left to do now.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Local.BackOffice.Engine.WhenIdleAsync(patience.Token);
    }

    /// <summary>How the back office knows a member of staff.</summary>
    public static string Staff(string staffId) => Participants.StaffPrefix + staffId;

    /// <summary>How the back office knows the resident of a chat.</summary>
    public string ResidentOf(Chat chat) =>
        Participants.ResidentPrefix + new LookupHash(Convert.FromBase64String(Elsewhere.City?.ParticipantKey ?? Local.Keys.Participant)).Of("channel", "directline|" + chat.UserId)[..22];

    /// <summary>Asks the back office in somebody's name; nobody's when <paramref name="participant"/> is <c>null</c>.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string route, string? participant, object? body = null)
    {
        var request = new HttpRequestMessage(method, new Uri(BackOfficeUrl, Routes.Prefix + route));
        if (participant is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(participant, Convert.FromBase64String(Elsewhere.City?.FrontDoorKey ?? Local.Keys.FrontDoor)));
        if (participant?.StartsWith(Participants.ResidentPrefix, StringComparison.Ordinal) == true) request.Headers.Add(Headers.Proof, ProofOf(participant));
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body, body.GetType(), options: Wire.Json));
        return _http.SendAsync(request);
    }

    // What a resident of these tests would have proven with the code on her telephone. By the code itself all her cases would come into one conversation.
    private string ProofOf(string participant)
    {
        var (lookup, seal) = (new LookupHash(Convert.FromBase64String(Elsewhere.City?.LookupKey ?? Local.Keys.Lookup)), new ProofSeal(new KeyRing(new SealingKeys(Convert.FromBase64String(Elsewhere.City?.ProofKey ?? Local.Keys.Proof)))));
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var said = string.Create(CultureInfo.InvariantCulture, $"person-{lookup.Of("proof-person", $"{lookup.Of("applicant-id", Resident.IdNumber)}\n{Resident.Phone}")}.{now}.{now + 1800}");
        return seal.Sign(participant, said);
    }

    public async Task<T> ReadAsync<T>(string route, string participant)
    {
        using var answer = await AskAsync(HttpMethod.Get, route, participant);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<T>(Wire.Json))!;
    }

    /// <summary>What is wrong, as the back office says it.</summary>
    public static async Task<Problem> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadFromJsonAsync<Problem>(Wire.Json))!;
    }

    public string TokenOf(string participant, byte[] key) => TokenOf(participant, key, (Elsewhere.City is null ? Local.Clock : TimeProvider.System).GetUtcNow().UtcDateTime);

    public static string TokenOf(string participant, byte[] key, DateTime now) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = FrontDoorToken.Issuer,
        Audience = FrontDoorToken.Audience,
        NotBefore = now,
        Expires = now.AddMinutes(FrontDoorToken.LifetimeMinutes),
        Claims = new Dictionary<string, object> { [FrontDoorToken.SubjectClaim] = participant },
        SigningCredentials = new(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256),
    });

    public async Task DisposeAsync()
    {
        _http.Dispose();
        if (Elsewhere.City is null) await Local.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
