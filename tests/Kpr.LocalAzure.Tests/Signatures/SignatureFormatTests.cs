using System.Diagnostics.CodeAnalysis;

namespace Kpr.LocalAzure.Tests.Signatures;

/// <summary>The format, on types of the runtime whose signatures are known.</summary>
public sealed class SignatureFormatTests
{
    [Theory]
    [InlineData(typeof(DayOfWeek), "type enum System.DayOfWeek")]
    [InlineData(typeof(ICloneable), "type interface System.ICloneable")]
    [InlineData(typeof(Func<>), "type delegate System.Func<TResult>")]
    [InlineData(typeof(Math), "type static class System.Math")]
    [InlineData(typeof(MemoryStream), "type class System.IO.MemoryStream : System.IO.Stream")]
    [InlineData(typeof(Sample<,>), "type abstract class Kpr.LocalAzure.Tests.Signatures.SignatureFormatTests.Sample<TKey,TRest> : System.ICloneable, System.IDisposable")]
    public void Type_line(Type type, string line) => Assert.Equal(line, SignatureFormat.Type(type));

    [Fact]
    public void Enum_members_have_numbers() => Assert.Contains("System.DayOfWeek.Friday = 5", SignatureFormat.Members(typeof(DayOfWeek)));

    [Fact]
    public void Delegate_has_its_invocation() =>
        Assert.Equal(["System.Predicate<T>.Invoke(T obj) : System.Boolean [virtual]"], SignatureFormat.Members(typeof(Predicate<>)));

    [Fact]
    public void Members_of_every_kind()
    {
        const string own = "Kpr.LocalAzure.Tests.Signatures.SignatureFormatTests.Sample<TKey,TRest>.";
        string[] expected =
        [
            own + ".ctor() : void [protected]",
            own + ".ctor(System.String name = null, System.Nullable<System.Int32> count = default, System.DayOfWeek day = 1, System.Threading.CancellationToken cancellationToken = default) : void [protected]",
            own + "Changed : System.EventHandler {event}",
            own + "Clone() : System.Object [abstract]",
            own + "Count : System.Int32 {get;}",
            own + "Dispose() : System.Void [virtual]",
            own + "Find<TFound:System.ICloneable>(TFound[] all, out System.Boolean found, params System.String[] names) : System.Collections.Generic.IDictionary<TKey,System.Collections.Generic.List<TFound>> [static]",
            own + "Item[System.String key] : System.Object {get;set;} [virtual]",
            own + "Label : System.String {get;init;} [obsolete]",
            own + "Limit : System.Int32 {field} [static] = 7",
            own + "Mode : System.Boolean {get;protected set;}",
            own + "Nested : Kpr.LocalAzure.Tests.Signatures.SignatureFormatTests.Sample<TKey,TRest>.Inner {get;} [protected]",
            own + "Text : System.String {field} [static] = \"t\"",
            own + "ToString() : System.String [override]",
            own + "op_Implicit(Kpr.LocalAzure.Tests.Signatures.SignatureFormatTests.Sample<TKey,TRest> sample) : System.Int32 [static]",
        ];

        Assert.Equal(string.Join('\n', expected), string.Join('\n', SignatureFormat.Members(typeof(Sample<,>)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Extension_methods_say_this() =>
        Assert.Contains(
            "System.MemoryExtensions.AsMemory(this System.String text) : System.ReadOnlyMemory<System.Char> [static]",
            SignatureFormat.Members(typeof(MemoryExtensions)));

    [SuppressMessage("Design", "CA1000", Justification = "A sample of everything.")]
    [SuppressMessage("Design", "CA1034", Justification = "A sample of everything.")]
    [SuppressMessage("Design", "CA1041", Justification = "A sample of everything.")]
    [SuppressMessage("Design", "CA1063", Justification = "A sample of everything.")]
    [SuppressMessage("Usage", "CA1816", Justification = "A sample of everything.")]
    [SuppressMessage("Usage", "CA2225", Justification = "A sample of everything.")]
    [SuppressMessage("Usage", "CA2211", Justification = "A sample of everything.")]
    [SuppressMessage("Naming", "CA1716", Justification = "A sample of everything.")]
    public abstract class Sample<TKey, TRest> : ICloneable, IDisposable
        where TKey : notnull
        where TRest : struct
    {
        public const int Limit = 7;
        public const string Text = "t";

        protected Sample() => Changed?.Invoke(this, EventArgs.Empty);

        protected Sample(string? name = null, int? count = null, DayOfWeek day = DayOfWeek.Monday, CancellationToken cancellationToken = default)
            : this() => (Mode, Count) = (cancellationToken.IsCancellationRequested, count ?? (int)day + (name?.Length ?? 0));

        private protected Sample(int hidden) => Count = hidden;

        public event EventHandler? Changed;

        public int Count { get; internal set; }

        public bool Mode { get; protected set; }

        [Obsolete]
        public string? Label { get; init; }

        protected internal Inner Nested { get; } = new();

        public virtual object? this[string key]
        {
            get => key;
            set => Changed?.Invoke(key, EventArgs.Empty);
        }

        public static implicit operator int(Sample<TKey, TRest> sample) => sample.Count;

        public static IDictionary<TKey, List<TFound>> Find<TFound>(TFound[] all, out bool found, params string[] names)
            where TFound : ICloneable
        {
            found = names.Length > 0 && all.Length > 0;
            return new Dictionary<TKey, List<TFound>>();
        }

        public abstract object Clone();

        public virtual void Dispose()
        {
        }

        public override string ToString() => "";

        public sealed class Inner
        {
        }
    }
}
