using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kpr.Core.Identity;

namespace Kpr.Core.Tests.Identity;

public sealed class PersonKeyTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(1, PersonKeyDerivation.SecretLength).Select(i => (byte)i)];

    private static PersonKey Derive(IdentityType type, string number, string scope = PersonKeyDerivation.RegisterScope, byte[]? secret = null)
    {
        using var derivation = new PersonKeyDerivation(secret ?? Secret, scope);
        Assert.True(derivation.TryDerive(type, number, out var key));
        return key;
    }

    [Fact]
    public void Key_is_the_truncated_hmac_of_version_scope_kind_type_and_number()
    {
        var hash = HMACSHA256.HashData(Secret, Encoding.ASCII.GetBytes("kpr-person-key-1\u001fregister\u001fperson\u001f10\u001f202012345602"));

        var bytes = new byte[PersonKey.ByteLength];
        Derive(IdentityType.Duf, "202012345602").WriteBytes(bytes);
        Assert.Equal(hash[..PersonKey.ByteLength], bytes);
    }

    [Fact]
    public void Same_input_gives_the_same_key_also_from_a_used_object()
    {
        using var derivation = new PersonKeyDerivation(Secret);
        Assert.True(derivation.TryDerive(IdentityType.Duf, "202012345602", out _));
        Assert.True(derivation.TryDerive(IdentityType.BirthNumber, new NationalId("17834200368"), out var second));

        Assert.Equal(Derive(IdentityType.BirthNumber, "17834200368"), second);
    }

    [Fact]
    public void Type_scope_number_and_secret_each_change_the_key()
    {
        PersonKey[] keys =
        [
            Derive(IdentityType.BirthNumber, "17834200368"),
            Derive(IdentityType.DNumber, "17834200368"),
            Derive(IdentityType.BirthNumber, "17834200015"),
            Derive(IdentityType.BirthNumber, "17834200368", scope: "project-1"),
            Derive(IdentityType.BirthNumber, "17834200368", secret: [.. Secret.Reverse()]),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Theory]
    [InlineData(IdentityType.HNumber, "12455000104")]
    [InlineData(IdentityType.CommonHelpNumber, "80000000098")]
    [InlineData(IdentityType.Passport, "12345678901")]
    [InlineData(IdentityType.None, "17834200368")]
    [InlineData(IdentityType.BirthNumber, "1783420036")]
    [InlineData(IdentityType.BirthNumber, "202012345602")]
    [InlineData(IdentityType.Duf, "17834200368")]
    [InlineData(IdentityType.BirthNumber, "1783420036x")]
    [InlineData(IdentityType.BirthNumber, "")]
    public void Other_types_and_forms_yield_no_key(IdentityType type, string number)
    {
        using var derivation = new PersonKeyDerivation(Secret);

        Assert.False(derivation.TryDerive(type, number, out var key));
        Assert.Equal(default, key);
    }

    [Fact]
    public void Derivation_refuses_short_secrets_and_doubtful_scopes()
    {
        Assert.Throws<ArgumentException>(() => new PersonKeyDerivation(new byte[31]));
        Assert.Throws<ArgumentException>(() => new PersonKeyDerivation(Secret, " "));
        Assert.Throws<ArgumentException>(() => new PersonKeyDerivation(Secret, "a\u001fb"));
    }

    [Fact]
    public void Text_form_round_trips_and_sorts_as_the_keys_do()
    {
        using var derivation = new PersonKeyDerivation(Secret);
        var keys = Enumerable.Range(0, 2000).Select(i =>
        {
            Assert.True(derivation.TryDerive(IdentityType.Duf, SyntheticIdentity.DufNumber(2020, i), out var key));
            return key;
        }).ToList();

        Assert.All(keys, key =>
        {
            var text = $"{key}";
            Assert.Matches("^P[2-7A-Z]{16}$", text);
            Assert.Equal(key, PersonKey.Parse(text));
            Assert.Equal(key, JsonSerializer.Deserialize<PersonKey>(JsonSerializer.Serialize(key)));
        });
        Assert.Equal(keys.Order().Select(k => k.ToString()), keys.Select(k => k.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("P234567ABCDEFGHI")]
    [InlineData("P234567ABCDEFGHIJK")]
    [InlineData("Q234567ABCDEFGHIJ")]
    [InlineData("P134567ABCDEFGHIJ")]
    [InlineData("p234567abcdefghij")]
    public void Other_texts_are_no_keys(string text)
    {
        Assert.False(PersonKey.TryParse(text, out _));
        Assert.Throws<FormatException>(() => PersonKey.Parse(text));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PersonKey>($"\"{text}\""));
    }
}
