using Microsoft.Extensions.DependencyInjection;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Identity;

namespace OneVisit.Storage.MasterKeys;

/// <summary>Puts the master keys, and what seals with them, into a service collection.</summary>
public static class MasterKeyServices
{
    public static IServiceCollection AddMasterKeys(this IServiceCollection services, Func<IServiceProvider, MasterKeyOptions> options) => services
        .AddSingleton(provider => options(provider).Source(provider.GetRequiredService<TimeProvider>()))
        // Waited for, once, at the start: without keys no program begins.
        .AddSingleton(provider => new KeyRing(provider.GetRequiredService<IMasterKeySource>().ReadAsync(CancellationToken.None).GetAwaiter().GetResult()))
        .AddSingleton<KeyRefresh>()
        .AddSingleton(provider => new Sealer(provider.GetRequiredService<KeyRing>()))
        .AddSingleton<HeadSeal>()
        .AddSingleton<JournalSealer>();

    /// <summary>Keys of their own to find people again: whoever has one finds by it what was hashed with it, and opens nothing.</summary>
    public static IServiceCollection AddLookupKeys(this IServiceCollection services, MasterKeyOptions options) => services
        .AddBeside(options, (source, ring) => new LookupKeys(source, ring))
        .AddSingleton(provider => new LookupHash(provider.GetRequiredService<LookupKeys>().Ring));

    /// <summary>Keys of their own for proofs: what opens a case to a resident is no key that opens anything else.</summary>
    public static IServiceCollection AddProofKeys(this IServiceCollection services, MasterKeyOptions options) => services
        .AddBeside(options, (source, ring) => new ProofKeys(source, ring))
        .AddSingleton(provider => new ProofSeal(provider.GetRequiredService<ProofKeys>().Ring));

    private static IServiceCollection AddBeside<T>(this IServiceCollection services, MasterKeyOptions options, Func<IMasterKeySource, KeyRing, T> of)
        where T : KeysBeside => services
        .AddSingleton(provider =>
        {
            var source = options.Source(provider.GetRequiredService<TimeProvider>());
            return of(source, new KeyRing(source.ReadAsync(CancellationToken.None).GetAwaiter().GetResult()));
        })
        .AddSingleton<KeysBeside>(provider => provider.GetRequiredService<T>());
}
