using System.Security.Cryptography;
using OneVisit.Domain.Identity;
using OneVisit.Local.Azurite;
using OneVisit.Storage;
using OneVisit.Storage.MasterKeys;

namespace OneVisit.Local.Host;

/// <summary>
/// The sealing keys of a local city, those that sign proofs, or those by which people are found: another one, and old ones taken out of use. A city that runs notices within a minute and wraps, seals and writes anew by itself.
/// </summary>
internal static class RotateKeysCommand
{
    public const string Command = "rotate-keys";

    /// <summary>Of the file of sealing keys, in the folder of the city.</summary>
    public const string FileName = "sealing-keys.json";

    /// <summary>Of the file of keys that sign proofs.</summary>
    public const string ProofsFileName = "proof-keys.json";

    /// <summary>Of the file of look-up keys.</summary>
    public const string LookupsFileName = "lookup-keys.json";

    private const string Disable = "--disable";
    private const string Enable = "--enable";

    private static readonly Kind Sealing = new(
        null, FileName, keys => keys.Sealing, "seals", "seals", $"GET {Contracts.Routes.Prefix}{Contracts.Routes.Keys} says how much is left under older keys.", InUseAsync);

    // Whoever carries a proof of a key that is gone proves it anew: nothing is lost with it.
    private static readonly Kind Proofs = new(
        "--proofs", ProofsFileName, keys => keys.Proof, "signs proofs", "signs", "What older keys signed is good until they are disabled; wait two weeks, so that nobody has to prove anything twice.",
        (_, _, _, _) => Task.FromResult<string?>(null));

    private static readonly Kind Lookups = new(
        "--look-ups", LookupsFileName, keys => keys.Lookup, "finds people", "finds people now", $"GET {Contracts.Routes.Prefix}{Contracts.Routes.Keys} says what still stands under older keys.", LooksUpAsync);

    /// <summary>The city's sealing keys; made of its first key when it has no file yet.</summary>
    /// <exception cref="LocalSetupException">Others may read the file, or it is none.</exception>
    public static Task<FileKeys> OpenAsync(string data, LocalKeys keys, TimeProvider clock, CancellationToken ct) => Sealing.OpenAsync(data, keys, clock, ct);

    /// <inheritdoc cref="OpenAsync(string, LocalKeys, TimeProvider, CancellationToken)"/>
    public static Task<FileKeys> OpenProofsAsync(string data, LocalKeys keys, TimeProvider clock, CancellationToken ct) => Proofs.OpenAsync(data, keys, clock, ct);

    /// <inheritdoc cref="OpenAsync(string, LocalKeys, TimeProvider, CancellationToken)"/>
    public static Task<FileKeys> OpenLookupsAsync(string data, LocalKeys keys, TimeProvider clock, CancellationToken ct) => Lookups.OpenAsync(data, keys, clock, ct);

    /// <returns>0 when it was done, 1 when not.</returns>
    /// <exception cref="LocalSetupException">An option nobody knows, or a file of keys that cannot be used.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct = default)
    {
        var kind = new[] { Proofs, Lookups }.FirstOrDefault(kind => arguments is [var option, ..] && option == kind.Option) ?? Sealing;
        var (id, disabled, city) = Parse(kind == Sealing ? arguments : [.. arguments.Skip(1)]);
        Directory.CreateDirectory(city.Data);
        var file = await kind.OpenAsync(city.Data, LocalKeys.LoadOrCreate(city.Data), new DemoClock(Path.Combine(city.Data, "clock")), ct);
        if (id is null)
        {
            var (added, from) = await file.AddAsync(RandomNumberGenerator.GetBytes(SealingKeys.KeyLength), ct);
            output.WriteLine($"{added} {kind.Does} from {from:u} on. {kind.Then}");
            return 0;
        }
        if (disabled && await kind.NeededAsync(city, id, output, ct) is { } why)
        {
            output.WriteLine(why);
            return 1;
        }
        var done = await file.DisableAsync(id, disabled, ct);
        output.WriteLine(done ? $"{id} is {(disabled ? "not used any more; it stays in the file" : "used again")}." : $"{id} is no key of this city, or the one that {kind.DoesNow}.");
        return done ? 0 : 1;
    }

    /// <summary>Keys of one use.</summary>
    /// <param name="First">The one that a city has before it has a file of them.</param>
    /// <param name="Then">What is said behind that there is another.</param>
    /// <param name="NeededAsync">Why one may not be taken out of use; <c>null</c>: it may.</param>
    private sealed record Kind(
        string? Option, string File, Func<LocalKeys, string> First, string Does, string DoesNow, string Then, Func<CityOptions, string, TextWriter, CancellationToken, Task<string?>> NeededAsync)
    {
        public Task<FileKeys> OpenAsync(string data, LocalKeys keys, TimeProvider clock, CancellationToken ct) => RotateKeysCommand.OpenAsync(Path.Combine(data, File), First(keys), clock, ct);
    }

    private static async Task<FileKeys> OpenAsync(string path, string first, TimeProvider clock, CancellationToken ct)
    {
        var file = new FileKeys(path, clock);
        try
        {
            if (!File.Exists(path))
                await file.AddAsync(Convert.FromBase64String(first), ct);
            await file.ReadAsync(ct);
            return file;
        }
        catch (InvalidDataException refused)
        {
            throw new LocalSetupException(refused.Message);
        }
    }

    private static async Task<string?> LooksUpAsync(CityOptions city, string id, TextWriter output, CancellationToken ct)
    {
        await using var storage = await CityStorage.OpenAsync(city, output, ct);
        await storage.Account.EnsureCreatedAsync(ct);
        return (await new LookupPassBook(storage.Account).ReadAsync(ct))?.Pass is { } pass && pass.MayGo(id) ? null
            : $"{id} is still needed: not everything was gone through since another key counts, or people, submissions, notices or codes are still found by it. Without it they would not be.";
    }

    private static async Task<string?> InUseAsync(CityOptions city, string id, TextWriter output, CancellationToken ct)
    {
        await using var storage = await CityStorage.OpenAsync(city, output, ct);
        await storage.Account.EnsureCreatedAsync(ct);
        if ((await new KeyPassBook(storage.Account).ReadAsync(ct))?.Pass is not { } pass || !pass.MayGo(id, await new AnchorBook(storage.Account).LastDayAsync(ct)))
            return $"{id} may still be needed: not every journal was gone through and anchored since another key counts, or some are still under it.";
        await foreach (var kept in new BotStateBlobs(storage.Account).ListAsync(ct))
        {
            if (kept.SealedBy is null || kept.SealedBy == id) return $"{id} is still needed: conversations are sealed with it.";
        }
        return null;
    }

    private static (string? Id, bool Disabled, CityOptions City) Parse(IReadOnlyList<string> arguments)
    {
        if (arguments is not [Disable or Enable, ..]) return (null, false, CityOptions.Parse(arguments));
        return arguments.Count > 1
            ? (arguments[1], arguments[0] == Disable, CityOptions.Parse([.. arguments.Skip(2)]))
            : throw new LocalSetupException($"The option {arguments[0]} needs the id of a key. --help shows how.");
    }
}
