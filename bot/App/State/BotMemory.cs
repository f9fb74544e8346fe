using Microsoft.Extensions.Caching.Memory;

namespace OneVisit.Bot.State;

/// <summary>The bot's own short memory, bounded to about 64 MB; nothing in it is missed when it is lost.</summary>
internal sealed class BotMemory() : MemoryCache(new MemoryCacheOptions { SizeLimit = 32 * 1024 * 1024 });
