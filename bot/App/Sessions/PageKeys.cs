using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Bot.Builder;
using OneVisit.Bot.State;

namespace OneVisit.Bot.Sessions;

/// <summary>
/// Keeps the keys of page cookies and links with the bot's state: sealed as that is, shared by all instances, there after a new release. All keys in one
/// text, since there are a handful.
/// </summary>
internal sealed class PageKeys(IStorage state) : IXmlRepository
{
    private const string Key = "page-keys";
    private const string Ring = "ring";
    private const int MostTries = 5;

    /// <summary>A start does not wait longer for a store that hangs; who comes next asks again.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Keys(Wait(ReadAsync)).Elements()];

    public void StoreElement(XElement element, string friendlyName)
    {
        for (var tries = 1; ; tries++)
        {
            var item = Wait(ReadAsync);
            var keys = Keys(item);
            keys.Add(element);
            item[Ring] = keys.ToString(SaveOptions.DisableFormatting);
            try
            {
                Wait(async limit =>
                {
                    await state.WriteAsync(new Dictionary<string, object> { [Key] = item }, limit);
                    return true;
                });
                return;
            }
            catch (StateChangedException) when (tries < MostTries)
            {
                // Another instance added one: beside it.
            }
        }
    }

    /// <summary>The text as a whole is sealed: nothing is left to seal in it.</summary>
    public static void Keep(KeyManagementOptions keys, IStorage state) => (keys.XmlRepository, keys.XmlEncryptor) = (new PageKeys(state), new NullXmlEncryptor());

    private static XElement Keys(IDictionary<string, object> item) => item.TryGetValue(Ring, out var text) ? XElement.Parse((string)text) : new XElement("keys");

    private async Task<IDictionary<string, object>> ReadAsync(CancellationToken limit) => (IDictionary<string, object>)(await state.ReadAsync([Key], limit))[Key];

    // Whoever asks for keys asks without waiting.
    private static T Wait<T>(Func<CancellationToken, Task<T>> ask)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return ask(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException late)
        {
            throw new Storage.StorageUnavailableException(late);
        }
    }
}
